package org.onmaru.server.city.notice;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.onmaru.server.city.identity.PersonId;

/// A notice on its way to somebody.
final class SomeParcel {

    static final String NUMBER = "010-9876-5432";
    static final Contact CONTACT = new Contact("", NUMBER, Set.of());
    static final String TEXT = "[여주시] \"가남읍\" 보고 {to}\n미제출";

    private SomeParcel() {}

    static Parcel by(Way way) {
        return new Parcel(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new PersonId(UUID.randomUUID()),
                way,
                new Notice("제목", "내용", TEXT, new Brief("", "", "", "", "/", Instant.EPOCH)),
                1);
    }
}
