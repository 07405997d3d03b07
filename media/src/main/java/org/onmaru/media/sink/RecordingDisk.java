package org.onmaru.media.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The disk that the pieces of a recording go to; tests put a small one in its place.
interface RecordingDisk {

    /// A new file for the next piece.
    RecordingFile next() throws IOException;

    /// Bytes that can still be written to it, by anybody.
    long usable() throws IOException;

    /// The disk that holds this directory.
    ///
    /// @param directory the programme's; made if missing
    static RecordingDisk of(Path directory) {
        return new RecordingDisk() {
            @Override
            public RecordingFile next() throws IOException {
                Files.createDirectories(directory);
                return RecordingFile.create(Recordings.nextFile(directory));
            }

            @Override
            public long usable() throws IOException {
                return Files.getFileStore(Files.createDirectories(directory)).getUsableSpace();
            }
        };
    }
}
