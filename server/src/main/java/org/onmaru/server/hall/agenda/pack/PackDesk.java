package org.onmaru.server.hall.agenda.pack;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.agenda.Item;
import org.onmaru.server.hall.agenda.ItemAttachments;
import org.onmaru.server.hall.agenda.attachment.ItemAttachmentDesk;
import org.onmaru.server.hall.directive.Carried;
import org.onmaru.server.hall.directive.Directives;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.report.Catalogue;
import org.onmaru.server.hall.report.Metric;
import org.onmaru.server.hall.report.RollUp;
import org.onmaru.server.hall.report.RollUps;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.stereotype.Component;

/// Gathers what an agenda pack is made of, as it is now. The caller has said what its reader may see.
@Component
class PackDesk {

    private final Agendas agendas;
    private final ItemAttachments attachments;
    private final ItemAttachmentDesk desk;
    private final Directory directory;
    private final Directives directives;
    private final RollUps rollUps;
    private final Catalogue catalogue;
    private final SeriesBook series;
    private final PhaseBook phases;
    private final OnmaruSettings settings;
    private final Clock clock;

    PackDesk(
            Agendas agendas,
            ItemAttachments attachments,
            ItemAttachmentDesk desk,
            Directory directory,
            Directives directives,
            RollUps rollUps,
            Catalogue catalogue,
            SeriesBook series,
            PhaseBook phases,
            OnmaruSettings settings,
            Clock clock) {
        this.agendas = agendas;
        this.attachments = attachments;
        this.desk = desk;
        this.directory = directory;
        this.directives = directives;
        this.rollUps = rollUps;
        this.catalogue = catalogue;
        this.series = series;
        this.phases = phases;
        this.settings = settings;
        this.clock = clock;
    }

    /// Of the minute in which it is asked for: twice within it, it is the same unless something changed.
    Pack pack(MeetingView meeting, PackReader reader) {
        var made = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var here = made.atZone(settings.zone());
        var items = agendas.of(meeting).items().stream()
                .filter(item -> item.open() || reader.seesInternalItems())
                .toList();
        return new Pack(
                meeting.title(),
                meeting.rehearsal(),
                meeting.ordinal(),
                meeting.date(),
                meeting.startsAt().atZone(settings.zone()).toLocalTime(),
                meeting.minutes(),
                place(meeting),
                items.stream().map(item -> item(meeting, item, reader)).toList(),
                reader.seesInternalItems() ? files(meeting, items) : List.of(),
                reader.seesAnnexes() ? Optional.of(annexes(meeting)) : Optional.empty(),
                made,
                here.toLocalDate(),
                here.toLocalTime());
    }

    private String place(MeetingView meeting) {
        var channel = phases.find(meeting.series(), meeting.date())
                .map(phase -> phase.plan().channel())
                .orElse(Phase.Channel.ONMARU);
        return switch (channel) {
            case ONMARU -> "온마루 영상회의";
            case INTERNAL_NETWORK -> "온마루 영상회의(내부망)";
            case ZOOM -> "줌(Zoom) 영상회의";
        };
    }

    /// Why an item is there may quote what a unit wrote: no word of it goes outside.
    private Pack.Item item(MeetingView meeting, Item item, PackReader reader) {
        return new Pack.Item(
                item.title(),
                reader.seesInternalItems() ? item.why() : "",
                name(meeting, item.unit()),
                item.minutes(),
                item.open());
    }

    private List<Pack.Beside> files(MeetingView meeting, List<Item> items) {
        var all = attachments.of(meeting.id());
        var files = new ArrayList<Pack.Beside>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            for (var one : all) {
                if (one.key().equals(item.key())) {
                    var file = one.attachment();
                    files.add(new Pack.Beside(
                            i + 1, item.title(), file.name(), file.type(), desk.file(meeting.id(), file.id())));
                }
            }
        }
        return files;
    }

    private Pack.Annexes annexes(MeetingView meeting) {
        var metrics = catalogue.metrics();
        var day = rollUps.between(series.get(meeting.series()), meeting.date(), meeting.date())
                .getFirst();
        return new Pack.Annexes(
                day.lines().stream()
                        .flatMap(line -> Optional.ofNullable(metrics.get(line.metric())).stream()
                                .map(metric -> figure(metric, line)))
                        .toList(),
                day.missing().stream().map(unit -> name(meeting, unit)).toList(),
                carried(meeting));
    }

    private static Pack.Figure figure(Metric metric, RollUp.Line line) {
        var city = line.city();
        return new Pack.Figure(
                metric.ko(),
                metric.measure(),
                line.thisPeriod(),
                line.toDate(),
                city == null ? null : city.toDate(),
                line.difference(),
                line.corrected(),
                metric.disclosure() == Metric.Disclosure.PUBLIC);
    }

    private List<Pack.Owed> carried(MeetingView meeting) {
        return directives.carriedInto(meeting).stream().map(PackDesk::owed).toList();
    }

    private static Pack.Owed owed(Carried carried) {
        var directive = carried.directive();
        return new Pack.Owed(
                directive.label(),
                directive.sentence(),
                directive.unitName(),
                directive.due(),
                carried.times(),
                directive.state().ko());
    }

    private String name(MeetingView meeting, @Nullable UnitId unit) {
        return Optional.ofNullable(unit)
                .flatMap(id -> directory.unit(id, meeting.date()))
                .map(Unit::name)
                .orElse("");
    }
}
