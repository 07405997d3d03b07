package org.onmaru.bench.broadcast;

import java.io.IOException;
import java.util.Arrays;

/// The words behind the name of a benchmark.
final class Arguments {

    private Arguments() {}

    /// The whole number behind a name.
    ///
    /// @throws IOException when it is none from 1 on, with a sentence for whoever typed it
    static int number(String[] arguments, String name, int otherwise) throws IOException {
        int at = Arrays.asList(arguments).indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(arguments[at + 1]);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Told below, like a number that is too small.
        }
        throw new IOException("%s 뒤에는 1 이상의 수가 와야 합니다 (%s takes a number from 1)".formatted(name, name));
    }
}
