package org.onmaru.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Stage;
import org.onmaru.wire.Tile;

class StagingTest {

    private static final Stage GRID = new Stage(Layout.GRID, "회의", "제1회", "");
    private static final Stage SPEAKER = new Stage(Layout.SPEAKER, "회의", "제1회", "");
    private static final long MS = 1_000_000L;

    private static Person person(String identity, int seat, @Nullable String camera, @Nullable String screen) {
        return new Person(identity, new Plate("강천면", "면장", identity), seat, camera, screen);
    }

    private static List<String> order(Scene scene) {
        return scene.tiles().stream().map(SceneTile::identity).toList();
    }

    @Test
    void theGridIsInSeatOrderWhoeverCameFirst() {
        List<Person> people =
                List.of(person("c", 9, "c1", null), person("a", 2, null, null), person("b", 2, "b1", null));
        Scene scene = Staging.stage(GRID, people, "b");
        assertThat(order(scene)).containsExactly("a", "b", "c");
        assertThat(scene.tiles().get(0).track()).isNull();
        assertThat(scene.tiles().get(1).speaking()).isTrue();
        assertThat(scene.title()).isEqualTo("회의");
    }

    @Test
    void theSpeakerComesFirstEvenWithoutCamera() {
        List<Person> people =
                List.of(person("a", 1, "a1", null), person("b", 2, null, null), person("c", 3, "c1", null));
        Scene scene = Staging.stage(SPEAKER, people, "b");
        assertThat(order(scene)).containsExactly("b", "a", "c");
        assertThat(scene.tiles().getFirst().track()).isNull();
        assertThat(order(Staging.stage(SPEAKER, people, null))).containsExactly("a", "b", "c");
    }

    @Test
    void aSharedScreenGoesBeforeTheSpeakerAndStandsBesideItsOwnerInTheGrid() {
        List<Person> people = List.of(person("a", 1, "a1", "a2"), person("b", 2, "b1", null));
        Scene speaker = Staging.stage(SPEAKER, people, "b");
        assertThat(speaker.tiles().getFirst().screen()).isTrue();
        assertThat(speaker.tiles()).hasSize(3);
        Scene grid = Staging.stage(GRID, people, "b");
        assertThat(grid.tiles().stream().map(SceneTile::track)).containsExactly("a1", "a2", "b1");
    }

    @Test
    void besideASlideAreTheSpeakerAndTheFirstSeatsWithoutScreens() {
        List<Person> people = IntStream.range(0, 9)
                .mapToObj(i -> person("p" + i, i, "c" + i, i == 1 ? "s1" : null))
                .toList();
        Scene scene = Staging.besideSlide(GRID, people, "p7");
        assertThat(scene.slide()).isTrue();
        assertThat(order(scene)).containsExactly("p7", "p0", "p1", "p2", "p3");
        assertThat(scene.tiles()).noneMatch(SceneTile::screen);
        assertThat(Staging.besideSlide(SPEAKER, List.of(), null).tiles()).isEmpty();
        assertThat(Staging.stage(SPEAKER, people, "p7").slide()).isFalse();
    }

    @Test
    void moreThanFiftyAreCutByNobodyNoticing() {
        List<Person> people = IntStream.range(0, 80)
                .mapToObj(i -> person("p" + i, i, "c" + i, null))
                .toList();
        assertThat(Staging.stage(GRID, people, null).tiles()).hasSize(Staging.MOST);
        assertThat(Staging.stage(SPEAKER, people, "p79").tiles().getFirst().identity())
                .isEqualTo("p79");
        assertThat(Staging.stage(GRID, List.of(), null).tiles()).isEmpty();
        assertThat(Staging.stage(SPEAKER, List.of(), null).tiles()).isEmpty();
    }

    @Test
    void aVoiceMustLeadForASecondAndAHalf() {
        SpeakerChoice choice = new SpeakerChoice();
        List<String> all = List.of("a", "b", "c");
        assertThat(choice.choose(List.of(), all, 0)).isNull();
        assertThat(choice.choose(List.of("a"), all, 0)).isEqualTo("a");
        assertThat(choice.choose(List.of("b", "a"), all, 100 * MS)).isEqualTo("a");
        assertThat(choice.choose(List.of("b"), all, 1500 * MS)).isEqualTo("a");
        assertThat(choice.choose(List.of("b"), all, 1600 * MS)).isEqualTo("b");
        assertThat(choice.choose(List.of("c"), all, 1700 * MS)).isEqualTo("b");
        assertThat(choice.choose(List.of("b"), all, 2000 * MS)).isEqualTo("b");
        assertThat(choice.choose(List.of("c"), all, 3300 * MS))
                .as("the cough was forgotten")
                .isEqualTo("b");
        assertThat(choice.choose(List.of(), all, 9000 * MS))
                .as("silence cuts nothing")
                .isEqualTo("b");
        assertThat(choice.choose(List.of("c"), List.of("a", "c"), 9100 * MS)).isEqualTo("c");
    }

    @Test
    void thoseWhoseTurnItIsComeFirstUntilItIsAnothers() {
        List<Person> people = List.of(
                new Person("mayor", new Plate("", "시장", "가"), 1, "c1", null),
                new Person("ganam", new Plate("가남읍", "읍장", "나"), 2, "c2", null),
                new Person("two", new Plate("강천면", "총무팀장", "다"), 8, "c4", null),
                new Person("one", new Plate("강천면", "면장", "라"), 7, "c3", "s3"));
        Stage grid = new Stage(Layout.GRID, "회의", "", "강천면");
        Stage large = new Stage(Layout.SPEAKER, "회의", "", "강천면");
        assertThat(order(Staging.stage(grid, people, null))).containsExactly("one", "one", "two", "mayor", "ganam");
        assertThat(order(Staging.stage(grid, people, "mayor")))
                .as("nobody moves when somebody speaks")
                .containsExactly("one", "one", "two", "mayor", "ganam");
        assertThat(Staging.stage(large, people, null).tiles().getFirst().screen())
                .as("what they share is the large one")
                .isTrue();
        List<Person> seen = people.subList(0, 3);
        assertThat(order(Staging.stage(large, seen, null))).containsExactly("two", "mayor", "ganam");
        assertThat(order(Staging.stage(large, seen, "mayor")))
                .as("somebody else who speaks is large, as ever")
                .containsExactly("mayor", "two", "ganam");
        assertThat(order(Staging.besideSlide(grid, people, "ganam"))).containsExactly("one", "two", "ganam", "mayor");
        assertThat(order(Staging.besideSlide(GRID, people, "ganam"))).containsExactly("ganam", "mayor", "one", "two");
        assertThat(order(Staging.stage(new Stage(Layout.GRID, "", "", "보건소"), people, null)))
                .as("nobody of them is there")
                .containsExactly("mayor", "ganam", "one", "one", "two");
        assertThat(Staging.presenters(GRID, List.of(new Person("guest", new Plate("", "", "손님"), 9, null, null))))
                .as("who has no unit presents nothing")
                .isEmpty();
    }

    @Test
    void whoHasTheFloorComesFirstAndWhileTheyAreAwayTheUnitDoes() {
        List<Person> people = List.of(
                new Person("mayor", new Plate("", "시장", "가"), 1, "c1", null),
                new Person("one", new Plate("강천면", "면장", "라"), 7, "c3", null),
                new Person("two", new Plate("강천면", "총무팀장", "다"), 8, "c4", null),
                new Person("guest", new Plate("", "", "손님"), 99, null, null));
        assertThat(order(Staging.stage(new Stage(Layout.GRID, "", "", "강천면", "guest"), people, null)))
                .containsExactly("guest", "mayor", "one", "two");
        assertThat(order(Staging.stage(new Stage(Layout.SPEAKER, "", "", "강천면", "two"), people, null)))
                .as("of one unit the one who has it")
                .containsExactly("two", "mayor", "one", "guest");
        assertThat(order(Staging.besideSlide(new Stage(Layout.GRID, "", "", "", "guest"), people, null)))
                .startsWith("guest");
        assertThat(order(Staging.stage(new Stage(Layout.GRID, "", "", "강천면", "gone"), people, null)))
                .containsExactly("one", "two", "mayor", "guest");
    }

    @Test
    void aWholeOfficeBesideASlideLeavesRoomForWhoSpeaks() {
        List<Person> people = IntStream.range(0, 9)
                .mapToObj(i -> new Person("p" + i, new Plate(i < 7 ? "강천면" : "가남읍", "", "가"), i, null, null))
                .toList();
        assertThat(order(Staging.besideSlide(new Stage(Layout.GRID, "", "", "강천면"), people, "p8")))
                .containsExactly("p0", "p1", "p2", "p3", "p8");
        assertThat(order(Staging.besideSlide(new Stage(Layout.GRID, "", "", "강천면"), people, null)))
                .containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    @Test
    void whoSpokeLastMakesRoomForWhoeverIsGivenTheFloor() {
        SpeakerChoice choice = new SpeakerChoice();
        List<String> all = List.of("a", "b");
        assertThat(choice.choose(List.of("a"), all, 0)).isEqualTo("a");
        choice.giveFloor();
        assertThat(choice.choose(List.of(), all, 100 * MS)).isNull();
        assertThat(choice.choose(List.of("a"), all, 200 * MS))
                .as("a last word is not a turn")
                .isNull();
        assertThat(choice.choose(List.of("b"), all, 300 * MS)).isNull();
        assertThat(choice.choose(List.of("b"), all, 1800 * MS)).isEqualTo("b");
    }

    @Test
    void platesLeaveOutWhatIsMissing() {
        assertThat(new Plate("강천면", "면장", "김여주").text()).isEqualTo("강천면장 김여주");
        assertThat(new Plate("보건소", "소장 직무대리", "김여주").text()).isEqualTo("보건소장 직무대리 김여주");
        assertThat(new Plate("재난안전대책본부", "본부장", "김여주").office()).isEqualTo("재난안전대책본부장");
        assertThat(new Plate("강천면", "총무팀장", "김여주").text()).isEqualTo("강천면 · 총무팀장 김여주");
        assertThat(new Plate("교육지원과", "과정담당", "").office()).isEqualTo("교육지원과 · 과정담당");
        assertThat(new Plate("", "장", "김여주").text()).isEqualTo("장 김여주");
        assertThat(new Plate("", "", "손님").text()).isEqualTo("손님");
        assertThat(new Plate("보건소", "", "김여주").text()).isEqualTo("보건소 · 김여주");
        assertThat(new Plate("", "시장", "이충우").text()).isEqualTo("시장 이충우");
    }

    @Test
    void picturesOfOtherShapesFillOrStandWhole() {
        assertThat(Fit.of(640, 360, 306, 172, false).across()).isEqualTo(306);
        Fit old = Fit.of(640, 480, 320, 180, false);
        assertThat(old.width()).isEqualTo(640);
        assertThat(old.height()).isEqualTo(360);
        assertThat(old.top()).isEqualTo(60);
        Fit phone = Fit.of(360, 640, 320, 180, false);
        assertThat(phone.height()).isEqualTo(640);
        assertThat(phone.down()).isEqualTo(180);
        assertThat(phone.across()).isLessThan(110);
        assertThat(Fit.of(1024, 768, 320, 180, true).width())
                .as("screens are whole")
                .isEqualTo(1024);
        for (int width = 16; width < 700; width += 37) {
            for (int height = 16; height < 700; height += 41) {
                Fit fit = Fit.of(width, height, 306, 172, false);
                assertThat((fit.left() | fit.top() | fit.x() | fit.y() | fit.across() | fit.down()) & 1)
                        .isZero();
                assertThat(fit.left() + fit.width()).isLessThanOrEqualTo(width);
                assertThat(fit.top() + fit.height()).isLessThanOrEqualTo(height);
                assertThat(fit.x() + fit.across()).isLessThanOrEqualTo(306);
                assertThat(fit.y() + fit.down()).isLessThanOrEqualTo(172);
            }
        }
    }

    @Test
    void aPictureIsStaleAfterTwoSecondsAndGoneAfterFive() {
        assertThat(Freshness.of(1999 * MS)).isEqualTo(Tile.Picture.LIVE);
        assertThat(Freshness.of(2000 * MS)).isEqualTo(Tile.Picture.STALE);
        assertThat(Freshness.of(4999 * MS)).isEqualTo(Tile.Picture.STALE);
        assertThat(Freshness.of(5000 * MS)).isEqualTo(Tile.Picture.CARD);
    }
}
