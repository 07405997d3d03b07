package org.onmaru.media.ffmpeg;

import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/// A view of memory that somebody else owns; never frees. The owner must stay reachable during the native call.
final class Address extends BytePointer {

    Address() {
        super((Pointer) null);
    }

    /// Points at byte `offset` of the segment.
    Address at(MemorySegment segment, long offset) {
        this.address = segment.address() + offset;
        return this;
    }
}
