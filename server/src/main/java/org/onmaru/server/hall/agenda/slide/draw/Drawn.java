package org.onmaru.server.hall.agenda.slide.draw;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// What became of an order.
public sealed interface Drawn {

    /// Larger than any page of the sizes that are drawn.
    int LARGEST = 64 << 20;

    /// @param pages of the file
    record Page(byte[] png, int pages) implements Drawn {}

    /// @param one first number of the sentence: pages of the file, or the picture's width
    /// @param two its height
    record Refused(Why why, int one, int two) implements Drawn {}

    /// Why something cannot be drawn.
    enum Why {
        /// It cannot be read, or is locked.
        BROKEN,
        /// It has no such page.
        NO_PAGE,
        /// It has more pages than anybody turns.
        TOO_MANY_PAGES,
        /// A page has pictures of a kind that nothing here decodes; without them it would be white paper.
        OTHER_PICTURES,
        /// It has more pixels than fit.
        TOO_LARGE
    }

    default void write(DataOutputStream to) throws IOException {
        switch (this) {
            case Page page -> {
                to.writeUTF("");
                to.writeInt(page.pages());
                to.writeInt(page.png().length);
                to.write(page.png());
            }
            case Refused refused -> {
                to.writeUTF(refused.why().name());
                to.writeInt(refused.one());
                to.writeInt(refused.two());
            }
        }
        to.flush();
    }

    /// @throws java.io.EOFException when the process ended before it was done
    static Drawn read(DataInputStream from) throws IOException {
        var why = from.readUTF();
        int one = from.readInt();
        int two = from.readInt();
        if (!why.isEmpty()) {
            return new Refused(Why.valueOf(why), one, two);
        }
        if (two < 0 || two > LARGEST) {
            throw new IOException("a drawn page of " + two + " bytes");
        }
        var png = new byte[two];
        from.readFully(png);
        return new Page(png, one);
    }
}
