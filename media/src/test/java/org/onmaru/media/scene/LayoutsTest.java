package org.onmaru.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutsTest {

    @Test
    void gridsOfOneToFiftyAreEvenEqualInsideAndApart() {
        for (int count = 1; count <= 50; count++) {
            List<Rect> places = GridLayout.place(count, Scene.BODY);
            assertThat(places).hasSize(count);
            check(places);
            assertThat(places)
                    .allMatch(place -> place.width() == places.getFirst().width()
                            && place.height() == places.getFirst().height());
            Rect one = places.getFirst();
            assertThat((double) one.width() / one.height()).isBetween(1.7, 1.85);
            assertThat(one.width()).as("tile width of %d", count).isGreaterThanOrEqualTo(130);
        }
    }

    private static void check(List<Rect> places) {
        for (int i = 0; i < places.size(); i++) {
            assertThat(Scene.BODY.contains(places.get(i)))
                    .as("%s", places.get(i))
                    .isTrue();
            assertThat(places.get(i).overlaps(Scene.TITLE)).isFalse();
            for (int k = 0; k < i; k++) {
                assertThat(places.get(i).overlaps(places.get(k))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,2", "4,2", "6,3", "9,3", "12,4", "16,4", "25,5"})
    void theUsualNumbersHaveTheUsualColumns(int count, int columns) {
        List<Rect> places = GridLayout.place(count, Scene.BODY);
        assertThat(places.stream()
                        .filter(place -> place.y() == places.getFirst().y()))
                .hasSize(columns);
    }

    @Test
    void seatsGoRowByRow() {
        List<Rect> places = GridLayout.place(12, Scene.BODY);
        for (int i = 1; i < 12; i++) {
            Rect before = places.get(i - 1);
            Rect now = places.get(i);
            assertThat(now.y() > before.y() || (now.y() == before.y() && now.x() > before.x()))
                    .isTrue();
        }
    }

    @Test
    void theLargeTileIsAboveItsStrip() {
        for (int others = 0; others < 50; others++) {
            List<Rect> places = SpeakerLayout.place(others, Scene.BODY);
            assertThat(places).hasSize(others + 1);
            check(places);
            Rect large = places.getFirst();
            for (Rect small : places.subList(1, places.size())) {
                assertThat(small.y()).isGreaterThanOrEqualTo(large.bottom());
                assertThat(large.width()).isGreaterThan(2 * small.width());
            }
        }
    }

    @Test
    void nobodyIsNoTile() {
        assertThat(GridLayout.place(0, Scene.BODY)).isEmpty();
    }
}
