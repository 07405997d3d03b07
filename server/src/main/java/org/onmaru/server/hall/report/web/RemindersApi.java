package org.onmaru.server.hall.report.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.notice.Carrier;
import org.onmaru.server.city.notice.Delivery;
import org.onmaru.server.city.notice.Notices;
import org.onmaru.server.city.notice.Way;
import org.onmaru.server.hall.report.reminder.Reminder;
import org.onmaru.server.hall.report.reminder.Reminders;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who was reminded to file, for those who run the series; never an address.
@RestController
@RequestMapping("/api/v1/series/{id}/reminders")
class RemindersApi {

    private final ReportRights rights;
    private final Reminders reminders;
    private final Notices notices;
    private final People people;
    private final SeriesBook series;

    RemindersApi(ReportRights rights, Reminders reminders, Notices notices, People people, SeriesBook series) {
        this.rights = rights;
        this.reminders = reminders;
        this.notices = notices;
        this.people = people;
        this.series = series;
    }

    /// The reminders of a day.
    ///
    /// @param mayRemind whether whoever asks runs the series; everybody else learns nothing here
    /// @param unreachable units in which nobody gave an address to be told at
    record RemindersAnswer(boolean mayRemind, List<ReminderAnswer> reminders, List<UUID> unreachable) {}

    /// @param minutesBefore how long before the cut-off it came by itself; null by hand
    /// @param by who did it by hand; null when nobody
    record ReminderAnswer(
            UUID id,
            UUID unitId,

            @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime cutOff,

            Instant at,
            @Nullable Integer minutesBefore,
            @Nullable String by,
            List<ReminderDelivery> deliveries) {}

    /// How far it is for one person by one way.
    ///
    /// @param at since when
    record ReminderDelivery(
            UUID personId,
            String person,
            Way way,
            Delivery.State state,
            Instant at,
            @Nullable Carrier carrier,
            Delivery.@Nullable Fault fault) {}

    record RemindRequest(
            @NotNull LocalDate date,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime cutOff,

            @NotNull UUID unitId) {}

    @GetMapping
    RemindersAnswer listReminders(@PathVariable UUID id, @RequestParam LocalDate date) {
        var reader = rights.reader(id);
        return rights.mayFileAll(reader, id) ? answer(id, date) : new RemindersAnswer(false, List.of(), List.of());
    }

    /// Reminds one unit now.
    @PostMapping
    RemindersAnswer remind(@PathVariable UUID id, @Valid @RequestBody RemindRequest body) {
        var clerk = rights.clerk(id);
        reminders.byHand(series.get(new SeriesId(id)), body.date, body.cutOff, new UnitId(body.unitId), clerk);
        return answer(id, body.date);
    }

    private RemindersAnswer answer(UUID id, LocalDate date) {
        var of = series.get(new SeriesId(id));
        var all = reminders.of(of.id(), date);
        var names = people.names();
        var deliveries = notices.of(all.stream().map(Reminder::id).toList()).stream()
                .collect(Collectors.groupingBy(Delivery::occasion));
        return new RemindersAnswer(
                true,
                all.stream()
                        .map(one -> answer(one, deliveries.getOrDefault(one.id(), List.of()), names))
                        .toList(),
                reminders.unreachable(of, date).stream().map(UnitId::value).toList());
    }

    private static ReminderAnswer answer(Reminder reminder, List<Delivery> deliveries, Map<PersonId, String> names) {
        return new ReminderAnswer(
                reminder.id(),
                reminder.unit().value(),
                reminder.cutOff(),
                reminder.at(),
                reminder.minutesBefore(),
                reminder.by(),
                deliveries.stream()
                        .map(one -> new ReminderDelivery(
                                one.person().value(),
                                names.getOrDefault(one.person(), ""),
                                one.way(),
                                one.state(),
                                one.at(),
                                one.carrier(),
                                one.fault()))
                        .toList());
    }
}
