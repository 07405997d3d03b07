package org.onmaru.server.hall.agenda.slide.draw;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/// A page to draw, as the server asks for it.
///
/// @param page from 1; a picture has one
/// @param width of the box that the page is to fill in one direction, pixels
/// @param height of the box
public record DrawOrder(Path file, Kind kind, int page, int width, int height) {

    /// What can be drawn.
    public enum Kind {
        PDF,
        PNG,
        JPEG,
        WEBP
    }

    public void write(DataOutputStream to) throws IOException {
        to.writeUTF(file.toString());
        to.writeUTF(kind.name());
        to.writeInt(page);
        to.writeInt(width);
        to.writeInt(height);
        to.flush();
    }

    /// @throws java.io.EOFException when no other will come
    static DrawOrder read(DataInputStream from) throws IOException {
        return new DrawOrder(
                Path.of(from.readUTF()), Kind.valueOf(from.readUTF()), from.readInt(), from.readInt(), from.readInt());
    }
}
