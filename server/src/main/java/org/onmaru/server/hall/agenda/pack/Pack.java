package org.onmaru.server.hall.agenda.pack;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.FileType;

/// What is in one reader's agenda pack: nothing that is not theirs to see.
///
/// @param title of the meeting
/// @param ordinal 제N회; null while it has none
/// @param startsAt by the city's clock
/// @param minutes how long the meeting is planned to take
/// @param madeOn the day on which the pack was made, by the city's clock
/// @param madeAt the minute, by the city's clock
/// @param files beside the items, in the items' order
/// @param annexes empty for those who come from outside the city
record Pack(
        String title,
        boolean rehearsal,
        @Nullable Integer ordinal,
        LocalDate date,
        LocalTime startsAt,
        int minutes,
        String place,
        List<Item> items,
        List<Beside> files,
        Optional<Annexes> annexes,
        Instant made,
        LocalDate madeOn,
        LocalTime madeAt) {

    Pack {
        items = List.copyOf(items);
        files = List.copyOf(files);
    }

    /// Minutes allotted to all items together.
    int allotted() {
        return items.stream().mapToInt(Item::minutes).sum();
    }

    /// @param why a sentence; empty when it is not for this reader
    /// @param unit who presents it; empty when nobody in particular
    /// @param open whether citizens may see it
    record Item(String title, String why, String unit, int minutes, boolean open) {}

    /// A file beside an item.
    ///
    /// @param number of the item in this pack, from 1
    record Beside(int number, String item, String name, FileType type, Path file) {}

    /// What the city's own people find behind the agenda.
    ///
    /// @param missing names of the units that have filed nothing
    record Annexes(List<Figure> figures, List<String> missing, List<Owed> carried) {

        Annexes {
            figures = List.copyOf(figures);
            missing = List.copyOf(missing);
            carried = List.copyOf(carried);
        }
    }

    /// One metric of the city on that day.
    ///
    /// @param city what the city as a whole says; null when nobody entered it
    /// @param difference how much more the units say; null when the city says nothing
    /// @param corrected 정정
    /// @param open whether citizens may see it
    record Figure(
            String name,
            String measure,
            BigDecimal thisPeriod,
            BigDecimal toDate,
            @Nullable BigDecimal city,
            @Nullable BigDecimal difference,
            boolean corrected,
            boolean open) {}

    /// A directive that is carried over into this meeting.
    ///
    /// @param times its "이월 n회"
    record Owed(
            String label,
            String sentence,
            String unit,
            @Nullable LocalDate due,
            int times,
            String state) {}
}
