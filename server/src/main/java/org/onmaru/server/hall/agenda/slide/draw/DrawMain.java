package org.onmaru.server.hall.agenda.slide.draw;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Draws one page after the other as told by its standard input, until that ends. It has the heap it was given and
/// no more, and ends by itself when a page takes too long: whoever started it starts another.
///
/// ```text
/// MILLISECONDS PIXELS   longest time for a page; largest picture
/// ```
public final class DrawMain {

    private static final int TOO_SLOW = 3;

    private DrawMain() {}

    public static void main(String[] arguments) throws IOException {
        long most = Long.parseLong(arguments[0]);
        var pictures = new PictureDrawing(Long.parseLong(arguments[1]));
        var answers = new DataOutputStream(System.out);
        System.setOut(System.err); // nothing but answers goes to the server
        ImageIO.setUseCache(false);
        try (var orders = new DataInputStream(System.in);
                var documents = new PdfDrawing()) {
            while (true) {
                var order = DrawOrder.read(orders);
                var guard = guard(most);
                var drawn = draw(order, documents, pictures);
                guard.interrupt();
                drawn.write(answers);
            }
        } catch (EOFException over) {
            // the server has nothing more to draw
        }
    }

    private static Thread guard(long most) {
        return Thread.ofPlatform().daemon(true).start(() -> {
            try {
                Thread.sleep(most);
                Runtime.getRuntime().halt(TOO_SLOW);
            } catch (InterruptedException inTime) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Drawn draw(DrawOrder order, PdfDrawing documents, PictureDrawing pictures) {
        try {
            return switch (order.kind()) {
                case PDF -> documents.draw(order);
                case PNG, JPEG, WEBP -> pictures.draw(order);
            };
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            // whatever it stumbles over, the file is at fault
            return new Drawn.Refused(Drawn.Why.BROKEN, 0, 0);
        }
    }
}
