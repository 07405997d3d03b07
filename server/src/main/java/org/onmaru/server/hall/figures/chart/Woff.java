package org.onmaru.server.hall.figures.chart;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Fonts as the web has them (WOFF 1.0, https://www.w3.org/TR/WOFF/): the tables of a TrueType font, each deflated.
final class Woff {

    private static final int SIGNATURE = 0x774F4646;
    private static final int HEAD = 44;
    private static final int ENTRY = 20;
    private static final int PLAIN_HEAD = 12;
    private static final int PLAIN_ENTRY = 16;

    private Woff() {}

    /// @return the font that is in it, as Java reads it
    /// @throws IOException when it is none
    static byte[] decode(byte[] woff) throws IOException {
        var in = ByteBuffer.wrap(woff);
        if (in.getInt(0) != SIGNATURE) {
            throw new IOException("no WOFF");
        }
        int tables = in.getShort(12);
        int length = PLAIN_HEAD + PLAIN_ENTRY * tables;
        for (int i = 0; i < tables; i++) {
            length += padded(in.getInt(HEAD + ENTRY * i + 12));
        }
        var out = ByteBuffer.allocate(length);
        int power = Integer.highestOneBit(tables);
        out.putInt(in.getInt(4)).putShort((short) tables).putShort((short) (power * PLAIN_ENTRY));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) ((tables - power) * PLAIN_ENTRY));
        int at = PLAIN_HEAD + PLAIN_ENTRY * tables;
        for (int i = 0; i < tables; i++) {
            int entry = HEAD + ENTRY * i;
            int plain = in.getInt(entry + 12);
            out.putInt(in.getInt(entry))
                    .putInt(in.getInt(entry + 16))
                    .putInt(at)
                    .putInt(plain);
            out.put(at, table(woff, in.getInt(entry + 4), in.getInt(entry + 8), plain));
            at += padded(plain);
        }
        return out.array();
    }

    private static byte[] table(byte[] woff, int from, int packed, int plain) throws IOException {
        var table = new byte[plain];
        if (packed == plain) {
            System.arraycopy(woff, from, table, 0, plain);
            return table;
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(woff, from, packed);
            if (inflater.inflate(table) != plain) {
                throw new IOException("a table is cut");
            }
            return table;
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
