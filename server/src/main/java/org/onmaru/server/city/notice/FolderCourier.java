package org.onmaru.server.city.notice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.onmaru.server.city.notice.Delivery.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Text messages as files, for a tool of the town that sends them: one JSON file each, there whole or not at all, and
/// the same file when the same message is written again.
final class FolderCourier implements Courier {

    private static final Logger log = LoggerFactory.getLogger(FolderCourier.class);

    private final Path folder;
    private final JsonMapper json;

    FolderCourier(Path folder, JsonMapper json) {
        this.folder = folder;
        this.json = json;
    }

    /// What stands in a file.
    ///
    /// @param to digits only
    record Message(String id, String to, Sms.Kind kind, String text) {}

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public Outcome send(Parcel parcel, Contact contact) {
        var text = parcel.notice().sms();
        var message = new Message(parcel.id().toString(), contact.mobile().replace("-", ""), Sms.kind(text), text);
        try {
            write(message);
            return new Outcome.Taken(Carrier.SMS_FOLDER);
        } catch (IOException e) {
            log.warn(
                    "text message {} could not be written: {}",
                    parcel.id(),
                    e.getClass().getSimpleName());
            return new Outcome.Failed(Fault.NOT_WRITTEN);
        }
    }

    private void write(Message message) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        }
        // A dot in front: the tool takes *.json alone.
        var incoming = folder.resolve("." + message.id + ".part");
        Files.deleteIfExists(incoming);
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw----"));
        try (var file = FileChannel.open(
                incoming, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions)) {
            var bytes = ByteBuffer.wrap(json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(incoming, folder.resolve(message.id + ".json"), StandardCopyOption.ATOMIC_MOVE);
    }
}
