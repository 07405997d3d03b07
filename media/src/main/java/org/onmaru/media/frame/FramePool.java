package org.onmaru.media.frame;

import java.util.ArrayDeque;

/// Frames of one size to use again, so that thirty pictures a second need no new native memory. A size change drops
/// what is kept. A frame that is never given back is only garbage. Safe from any thread.
public final class FramePool {

    private final int keep;
    private final ArrayDeque<YuvFrame> free = new ArrayDeque<>();

    /// @param keep at most this many frames are kept for later
    public FramePool(int keep) {
        this.keep = keep;
    }

    /// A frame of this size with undefined content; the caller owns it.
    public YuvFrame take(int width, int height) {
        synchronized (free) {
            YuvFrame frame = free.pollLast();
            if (frame != null && frame.width() == width && frame.height() == height) {
                return frame;
            }
            free.clear();
        }
        return YuvFrame.allocate(width, height);
    }

    /// Ends the caller's ownership.
    public void give(YuvFrame frame) {
        synchronized (free) {
            if (free.size() < keep) {
                free.addLast(frame);
            }
        }
    }

    /// Forgets every kept frame.
    public void clear() {
        synchronized (free) {
            free.clear();
        }
    }
}
