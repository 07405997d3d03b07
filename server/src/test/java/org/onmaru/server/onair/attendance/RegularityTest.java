package org.onmaru.server.onair.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;

class RegularityTest {

    private static final Instant START = Instant.parse("2020-12-07T23:30:00Z");

    private static Unit unit(int number, String name) {
        return new Unit(new UnitId(new UUID(0, number)), name, "Unit", Unit.Kind.TOWN, number, false);
    }

    private static Attendance day(Unit expected, Stay... stays) {
        return Attendance.of(List.of(expected), List.of(expected), List.of(stays), START.plusSeconds(600));
    }

    private static Stay stay(String identity, String unit, String post) {
        return new Stay(identity, "이름 " + identity, unit, post, false, START, START.plusSeconds(60));
    }

    @Test
    void aUnitThatWasRenamedIsCountedAsOne() {
        var before = unit(1, "능서면");
        var after = unit(1, "세종대왕면");
        var units =
                Regularity.of(List.of(day(before, stay("p-1", "능서면", "면장")), day(after, stay("p-1", "세종대왕면", "면장"))));
        assertThat(units).hasSize(1);
        assertThat(units.getFirst().name()).isEqualTo("세종대왕면");
        assertThat(units.getFirst().held()).isEqualTo(2);
        assertThat(units.getFirst().attended()).isEqualTo(2);
    }

    @Test
    void whoStayedAwayAndWhoCameForAnotherIsCounted() {
        var town = unit(1, "가남읍");
        var units = Regularity.of(List.of(
                day(town, stay("p-1", "가남읍", "읍장")),
                day(town),
                day(town, stay("p-2", "가남읍", "읍장 직무대리"), stay("p-3", "", "기자"))));
        assertThat(units).extracting(Regularity::name).containsExactly("가남읍", "");
        var first = units.getFirst();
        assertThat(first.held()).isEqualTo(3);
        assertThat(first.attended()).isEqualTo(2);
        assertThat(first.acting()).isEqualTo(1);
        assertThat(first.people())
                .containsExactly(
                        new Regularity.OfPerson("p-2", "이름 p-2", "읍장 직무대리", 1, 1),
                        new Regularity.OfPerson("p-1", "이름 p-1", "읍장", 1, 0));
        assertThat(units.getLast().unit()).isNull();
        assertThat(units.getLast().held())
                .as("people of no unit are expected nowhere")
                .isEqualTo(1);
    }

    @Test
    void noMeetingNoLine() {
        assertThat(Regularity.of(List.of())).isEmpty();
    }
}
