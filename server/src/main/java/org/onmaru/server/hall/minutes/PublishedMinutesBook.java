package org.onmaru.server.hall.minutes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.stereotype.Component;

/// Takes out of the signed versions what everybody may read.
@Component
class PublishedMinutesBook implements PublishedMinutes {

    private final SigningStore signing;

    PublishedMinutesBook(SigningStore signing) {
        this.signing = signing;
    }

    @Override
    public Optional<Published> of(MeetingId meeting) {
        return signing.published(meeting).map(PublishedMinutesBook::shown);
    }

    private static Published shown(MinutesVersion version) {
        var content = version.content().forEverybody();
        return new Published(
                version.number(),
                version.reason(),
                Objects.requireNonNull(version.publication()).at(),
                content,
                MinutesOutline.ofPublic(content),
                signatures(version));
    }

    private static List<MinutesSignature> signatures(MinutesVersion version) {
        return version.signatures().stream()
                .map(one -> new MinutesSignature(
                        one.kind(), one.post(), one.name(), Objects.requireNonNull(one.signedAt())))
                .toList();
    }
}
