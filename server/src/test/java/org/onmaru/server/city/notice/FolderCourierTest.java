package org.onmaru.server.city.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.server.city.notice.Delivery.Fault;
import tools.jackson.databind.json.JsonMapper;

class FolderCourierTest {

    @TempDir
    private Path data;

    @Test
    void aMessageIsOneFileHoweverOftenItIsWritten() throws IOException {
        var folder = data.resolve("notices/sms");
        var courier = new FolderCourier(folder, JsonMapper.shared());
        var parcel = SomeParcel.by(Way.SMS);
        assertThat(courier.send(parcel, SomeParcel.CONTACT)).isEqualTo(new Outcome.Taken(Carrier.SMS_FOLDER));
        assertThat(courier.send(parcel, SomeParcel.CONTACT)).isEqualTo(new Outcome.Taken(Carrier.SMS_FOLDER));

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(parcel.id() + ".json"));
        }
        var file = folder.resolve(parcel.id() + ".json");
        var message = JsonMapper.shared().readTree(Files.readString(file)); // throws when it is not UTF-8
        assertThat(message.path("to").asString()).isEqualTo("01098765432");
        assertThat(message.path("kind").asString()).isEqualTo("SMS");
        assertThat(message.path("text").asString()).isEqualTo(SomeParcel.TEXT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .as("nobody else reads numbers")
                .endsWith("---");
    }

    @Test
    void aFolderThatCannotBeIsAFailureThatMayPass() throws IOException {
        Files.writeString(data.resolve("notices"), "a file in the way");
        var outcome = new FolderCourier(data.resolve("notices/sms"), JsonMapper.shared())
                .send(SomeParcel.by(Way.SMS), SomeParcel.CONTACT);
        assertThat(outcome).isEqualTo(new Outcome.Failed(Fault.NOT_WRITTEN));
        assertThat(Fault.NOT_WRITTEN.again(Way.SMS)).isTrue();
    }
}
