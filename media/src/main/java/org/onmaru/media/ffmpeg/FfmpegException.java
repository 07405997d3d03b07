package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/// FFmpeg refused something that must work. The only place where its error codes become words.
public final class FfmpegException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    public FfmpegException(String what, int code) {
        super(what + ": " + words(code) + " (" + code + ")");
        this.code = code;
    }

    /// FFmpeg's negative AVERROR; 0 when a part was missing.
    public int code() {
        return code;
    }

    /// Passes a result through, throws when it is an error.
    static int check(String what, int result) {
        if (result < 0) {
            throw new FfmpegException(what, result);
        }
        return result;
    }

    /// Passes an allocation through, throws when it failed.
    static <T extends org.bytedeco.javacpp.Pointer> T present(String what, T pointer) {
        if (pointer == null || pointer.isNull()) {
            throw new FfmpegException(what, 0);
        }
        return pointer;
    }

    private static String words(int code) {
        if (code == 0) {
            return "not available";
        }
        byte[] text = new byte[128];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
