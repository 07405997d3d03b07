package org.onmaru.server.open.calendar;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.onmaru.server.hall.series.Phase;

/// Meetings as an Atom feed.
@SuppressWarnings("JavaUtilDate") // the library's own type for a time
final class AtomFile {

    private AtomFile() {}

    /// @param today the phase that gives the feed its name
    /// @param held latest first
    /// @param base the server's address, without a path
    static String of(PublicSeries series, Phase today, List<PublicSitting> held, String base) {
        var id = series.series().id().value();
        var feed = new Feed("atom_1.0");
        feed.setId("urn:uuid:" + id);
        feed.setTitle(today.name());
        feed.setUpdated(held.isEmpty() ? new Date(0) : Date.from(held.getFirst().startsAt()));
        feed.setAlternateLinks(List.of(link(base + "/series/" + id, "alternate")));
        feed.setOtherLinks(List.of(link(base + "/api/v1/public/series/" + id + "/meetings.atom", "self")));
        feed.setEntries(
                held.stream().map(sitting -> entry(sitting, series, base)).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of plain texts is always one", e);
        }
    }

    private static Entry entry(PublicSitting sitting, PublicSeries series, String base) {
        var address = CalendarFile.link(sitting, series, base);
        var entry = new Entry();
        entry.setId("urn:uuid:"
                + Objects.requireNonNull(sitting.meeting(), "only held meetings")
                        .value());
        entry.setTitle(sitting.fullTitle());
        entry.setUpdated(Date.from(sitting.startsAt()));
        entry.setPublished(Date.from(sitting.startsAt()));
        entry.setAlternateLinks(List.of(link(address, "alternate")));
        var summary = new Content();
        summary.setType("text");
        summary.setValue(sitting.titleEn());
        entry.setSummary(summary);
        return entry;
    }

    private static Link link(String address, String rel) {
        var link = new Link();
        link.setHref(address);
        link.setRel(rel);
        return link;
    }
}
