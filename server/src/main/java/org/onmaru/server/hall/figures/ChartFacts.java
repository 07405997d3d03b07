package org.onmaru.server.hall.figures;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a chart says. The same facts are the same picture and the same words, so they can be kept and named
/// by their content.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "chart")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChartFacts.Units.class, name = "units"),
    @JsonSubTypes.Type(value = ChartFacts.Trend.class, name = "trend"),
    @JsonSubTypes.Type(value = ChartFacts.Table.class, name = "table")
})
public sealed interface ChartFacts {

    Head head();

    /// Whether one of its numbers was changed after the cut-off (정정).
    boolean corrected();

    /// @param date the meeting's day
    /// @param asOf until when reports of that day were in time, `07:30`; empty when none are due
    /// @param source who says so, e.g. `여주시`
    /// @param missing units that are due and filed nothing that day
    record Head(LocalDate date, String asOf, Name source, int missing) {}

    record Name(String ko, String en) {}

    /// What is counted.
    ///
    /// @param standing whether the number is how it stands now, because it may fall, and not what came in that day
    /// @param highest whether the city's number is the highest of all units', and not their sum
    record Counted(Name name, Name measure, boolean standing, boolean highest) {}

    /// @param total of the city; null when nobody says
    record Units(Head head, Counted counted, @Nullable BigDecimal total, List<Bar> bars) implements ChartFacts {

        @Override
        public boolean corrected() {
            return bars.stream().anyMatch(Bar::corrected);
        }

        /// Of each bar.
        public List<@Nullable BigDecimal> values() {
            var values = new ArrayList<@Nullable BigDecimal>();
            bars.forEach(bar -> values.add(bar.value()));
            return values;
        }
    }

    /// @param value null when the unit says nothing of it
    /// @param missing true when it filed no report at all (미제출)
    record Bar(Name unit, @Nullable BigDecimal value, boolean missing, boolean corrected) {}

    /// @param days one after the other, at least one
    record Trend(Head head, Counted counted, List<Day> days) implements ChartFacts {

        @Override
        public boolean corrected() {
            return days.stream().anyMatch(Day::corrected);
        }

        /// Of each day.
        public List<@Nullable BigDecimal> values() {
            var values = new ArrayList<@Nullable BigDecimal>();
            days.forEach(day -> values.add(day.value()));
            return values;
        }
    }

    /// @param value null on a day without a figure
    record Day(LocalDate date, @Nullable BigDecimal value, boolean corrected) {}

    record Table(Head head, List<Line> lines) implements ChartFacts {

        @Override
        public boolean corrected() {
            return lines.stream().anyMatch(Line::corrected);
        }
    }

    record Line(Counted counted, BigDecimal thisPeriod, BigDecimal toDate, boolean corrected) {}
}
