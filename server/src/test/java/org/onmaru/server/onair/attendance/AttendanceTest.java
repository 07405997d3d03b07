package org.onmaru.server.onair.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;

class AttendanceTest {

    private static final Instant START = Instant.parse("2020-12-07T23:30:00Z");
    private static final Unit GANAM = unit(1, "가남읍");
    private static final Unit JEOMDONG = unit(2, "점동면");
    private static final Unit PLANNING = unit(3, "기획예산담당관");

    private static Unit unit(int number, String name) {
        return new Unit(new UnitId(new UUID(0, number)), name, "Unit", Unit.Kind.TOWN, number, false);
    }

    private static Stay stay(String identity, String unit, String post, int from, @Nullable Integer until) {
        return new Stay(
                identity,
                "이름 " + identity,
                unit,
                post,
                identity.startsWith("s-"),
                START.plusSeconds(from),
                until == null ? null : START.plusSeconds(until));
    }

    private static Attendance of(Stay... stays) {
        return Attendance.of(
                List.of(GANAM, JEOMDONG), List.of(GANAM, JEOMDONG, PLANNING), List.of(stays), START.plusSeconds(600));
    }

    @Test
    void aUnitThatShouldBeThereIsNamedWhenItIsNot() {
        var units = of(stay("p-1", "점동면", "면장", 0, null)).units();
        assertThat(units).extracting(Attendance.OfUnit::name).containsExactly("가남읍", "점동면");
        assertThat(units).extracting(Attendance.OfUnit::present).containsExactly(false, true);
        assertThat(units).allMatch(Attendance.OfUnit::expected);
    }

    @Test
    void whoLeavesAndComesBackIsOnePersonWithBothStretches() {
        var person = of(stay("p-1", "가남읍", "읍장", 0, 60), stay("p-1", "가남읍", "읍장", 120, null))
                .units()
                .getFirst()
                .people()
                .getFirst();
        assertThat(person.joined()).isEqualTo(START);
        assertThat(person.left()).isNull();
        assertThat(person.length()).isEqualTo(Duration.ofMinutes(9));
        var gone = of(stay("p-1", "가남읍", "읍장", 0, 60), stay("p-1", "가남읍", "읍장", 120, 300))
                .units()
                .getFirst()
                .people()
                .getFirst();
        assertThat(gone.left()).isEqualTo(START.plusSeconds(300));
        assertThat(gone.length()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void deputiesGuestsAndOthersAreMarked() {
        var units = of(
                        stay("p-1", "가남읍", "읍장 직무대리", 0, null),
                        stay("p-2", "기획예산담당관", "주무관", 0, null),
                        stay("g-3", "", "", 5, 10),
                        stay("s-4", "점동면", "면장", 0, null))
                .units();
        assertThat(units)
                .extracting(Attendance.OfUnit::name)
                .as("simulated attendees attend nothing; people of no unit come last")
                .containsExactly("가남읍", "점동면", "기획예산담당관", "");
        assertThat(units.get(0).people().getFirst().acting()).isTrue();
        assertThat(units.get(1).present()).isFalse();
        assertThat(units.get(2).expected()).isFalse();
        assertThat(units.get(2).unit()).isEqualTo(PLANNING.id().value());
        assertThat(units.get(3).people().getFirst().guest()).isTrue();
        assertThat(units.get(3).unit()).isNull();
    }

    @Test
    void clocksThatDifferMakeNoNegativeTime() {
        assertThat(stay("p-1", "", "", 700, null).length(START.plusSeconds(600)))
                .isEqualTo(Duration.ZERO);
    }
}
