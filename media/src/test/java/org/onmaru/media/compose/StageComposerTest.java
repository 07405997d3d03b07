package org.onmaru.media.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Person;
import org.onmaru.media.scene.Rect;
import org.onmaru.media.scene.Scene;
import org.onmaru.media.scene.SceneTile;
import org.onmaru.media.scene.SlateLayout;
import org.onmaru.media.scene.Staging;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Stage;
import org.onmaru.wire.Tile;

class StageComposerTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Stage GRID = new Stage(Layout.GRID, "통합재난 안전대책 영상회의", "제287회 · 2020. 12. 8.", "");
    private static final Stage SPEAKER = new Stage(Layout.SPEAKER, GRID.title(), GRID.subtitle(), "");

    private final StageComposer composer = new StageComposer("여주시 온마루", Typeface.find(null));
    private final Cast cast = new Cast();

    @AfterEach
    void close() {
        composer.close();
    }

    private YuvFrame composed(Stage stage, List<Person> people, @Nullable String speaker, long tick) {
        return composer.compose(tick, Staging.stage(stage, people, speaker), cast, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 12, 14, 25, 50})
    void everyTileShowsItsOwnColour(int count) throws IOException {
        cast.showAll(count, 640, 360, 0);
        Scene scene = Staging.stage(GRID, Cast.people(count), "p-0");
        YuvFrame picture = composer.compose(0, scene, cast, null);
        Pixels.write(picture, "grid-" + count);
        for (int i = 0; i < count; i++) {
            Rect area = scene.tiles().get(i).area();
            Yuv seen = Pixels.mean(picture, area.x() + area.width() / 2, area.y() + area.height() / 3, 8, 8);
            assertNear(seen, Cast.colour(i), 2);
        }
        assertThat(composer.tiles()).hasSize(count).allMatch(tile -> tile.picture() == Tile.Picture.LIVE);
        assertThat(composer.tiles().getFirst().name()).isEqualTo("중앙동장 김여주");
    }

    @Test
    void theSpeakerIsLargeAndTheOthersAreBelow() throws IOException {
        cast.showAll(12, 640, 360, 0);
        Pixels.write(composed(SPEAKER, Cast.people(12), "p-6", 0), "speaker-12");
        List<Tile> tiles = composer.tiles();
        assertThat(tiles.getFirst().identity()).isEqualTo("p-6");
        assertThat(tiles.getFirst().width()).isGreaterThan(3 * tiles.get(1).width());
        assertThat(tiles.subList(1, 12))
                .allMatch(tile ->
                        tile.y() > tiles.getFirst().y() + tiles.getFirst().height());
    }

    @Test
    void whoHasNoCameraHasACard() throws IOException {
        cast.showAll(4, 640, 360, 0);
        List<Person> people = new ArrayList<>(Cast.people(4));
        Person off = people.get(1);
        people.set(1, new Person(off.identity(), off.plate(), off.seat(), null, null));
        Pixels.write(composed(GRID, people, "p-2", 0), "cards-4");
        assertThat(composer.tiles().get(1).picture()).isEqualTo(Tile.Picture.CARD);
        YuvFrame picture = composed(GRID, people, "p-2", 0);
        Rect area = rect(composer.tiles().get(1));
        assertThat(brightest(picture, new Rect(area.x(), area.y() + ((area.height() * 3 / 4) & ~1), area.width(), 40)))
                .as("the name in white")
                .isGreaterThan(220);
    }

    @Test
    void aPictureThatStopsGetsABadgeThenACard() throws IOException {
        cast.showAll(4, 640, 360, 0);
        List<Person> people = Cast.people(4);
        composed(GRID, people, null, 0);
        cast.show("camera-0", Cast.plain(640, 360, Cast.colour(0)), 3 * SECOND);
        YuvFrame picture = composed(GRID, people, null, 3 * SECOND);
        Pixels.write(picture, "stale-4");
        assertThat(composer.tiles().get(0).picture()).isEqualTo(Tile.Picture.LIVE);
        assertThat(composer.tiles().get(1).picture()).isEqualTo(Tile.Picture.STALE);
        Rect area = rect(composer.tiles().get(1));
        Yuv badge = Pixels.mean(picture, area.right() - 60, area.y() + 18, 8, 4);
        assertThat(badge.u()).as("amber").isLessThan(100);
        composed(GRID, people, null, 6 * SECOND);
        assertThat(composer.tiles().get(1).picture()).isEqualTo(Tile.Picture.CARD);
        cast.show("camera-1", Cast.plain(640, 360, Cast.colour(1)), 7 * SECOND);
        picture = composed(GRID, people, null, 7 * SECOND);
        assertThat(composer.tiles().get(1).picture()).isEqualTo(Tile.Picture.LIVE);
        assertNear(Pixels.mean(picture, area.right() - 60, area.y() + 18, 8, 4), Cast.colour(1), 2);
    }

    @Test
    void thePlateHasInkAndStaysInItsTile() {
        cast.showAll(14, 640, 360, 0);
        Scene scene = Staging.stage(GRID, Cast.people(14), null);
        YuvFrame picture = composer.compose(0, scene, cast, null);
        for (SceneTile tile : scene.tiles()) {
            Rect area = tile.area();
            int height = TileArt.plateHeight(area.height());
            Rect plate = new Rect(area.x(), (area.bottom() - height - 10) & ~1, area.width(), height);
            assertThat(brightest(picture, plate)).as("white letters").isGreaterThan(225);
            assertThat(Pixels.mean(picture, area.x() - 6, plate.y(), 4, height).y())
                    .as("nothing left of the tile")
                    .isLessThan(40);
            assertThat(Pixels.mean(picture, area.right() + 2, plate.y(), 4, height)
                            .y())
                    .as("nothing right of the tile")
                    .isLessThan(40);
        }
    }

    @Test
    void theSlateShowsItsWordsAndNothingOfTheRoom() throws IOException {
        cast.showAll(12, 640, 360, 0);
        composed(GRID, Cast.people(12), null, 0);
        YuvFrame picture = composer.composeSlate(new Slate("통합재난 안전대책 영상회의", "비공개 진행 중 · In closed session"));
        Pixels.write(picture, "slate");
        assertThat(composer.tiles()).isEmpty();
        assertThat(brightest(picture, SlateLayout.HEADING)).isGreaterThan(225);
        for (int y = 500; y < 720; y += 4) {
            for (int x = 0; x < 1280; x += 4) {
                assertThat(picture.luma(x, y)).isLessThan(50);
            }
        }
        composer.compose(SECOND, new Scene("", "", List.of(), false), cast, null);
        assertThat(composer.tiles()).isEmpty();
    }

    @Test
    void aTileIsDrawnOnlyWhenItsPictureIsNew() {
        cast.showAll(4, 640, 360, 0);
        List<Person> people = Cast.people(4);
        composed(GRID, people, null, 0);
        composed(GRID, people, null, 33_000_000L);
        assertThat(composer.distinctFrames()).isEqualTo(4);
        cast.show("camera-2", Cast.plain(640, 360, Cast.colour(7)), 66_000_000L);
        composed(GRID, people, null, 66_000_000L);
        assertThat(composer.distinctFrames()).isEqualTo(5);
    }

    @Test
    void oddAndPortraitAndTinyPicturesAreShown() throws IOException {
        List<Person> people = Cast.people(4);
        int[][] sizes = {{641, 361}, {360, 640}, {16, 16}, {1920, 1080}};
        for (int i = 0; i < 4; i++) {
            cast.show("camera-" + i, Cast.plain(sizes[i][0], sizes[i][1], Cast.colour(i)), 0);
        }
        YuvFrame picture = composed(GRID, people, null, 0);
        Pixels.write(picture, "shapes-4");
        for (int i = 0; i < 4; i++) {
            Rect area = rect(composer.tiles().get(i));
            assertNear(
                    Pixels.mean(picture, area.x() + area.width() / 2, area.y() + area.height() / 2, 8, 8),
                    Cast.colour(i),
                    2);
        }
    }

    @Test
    void aSharedScreenTakesTheLargePlaceWhole() throws IOException {
        List<Person> people = new ArrayList<>(Cast.people(6));
        Person sharing = people.get(2);
        people.set(2, new Person(sharing.identity(), sharing.plate(), 2, sharing.camera(), "screen-2"));
        cast.showAll(6, 640, 360, 0);
        cast.show("screen-2", Cast.plain(1024, 768, Yuv.ofRgb(240, 240, 240)), 0);
        YuvFrame picture = composed(SPEAKER, people, "p-4", 0);
        Pixels.write(picture, "screen-6");
        Rect large = rect(composer.tiles().getFirst());
        assertThat(picture.luma(large.x() + large.width() / 2, large.y() + 20)).isGreaterThan(200);
        assertThat(picture.luma(large.x() + 20, large.y() + large.height() / 2))
                .as("bar")
                .isLessThan(40);
    }

    private static Rect rect(Tile tile) {
        return new Rect(tile.x(), tile.y(), tile.width(), tile.height());
    }

    private static int brightest(YuvFrame picture, Rect area) {
        int most = 0;
        for (int y = area.y(); y < area.bottom(); y++) {
            for (int x = area.x(); x < area.right(); x++) {
                most = Math.max(most, picture.luma(x, y));
            }
        }
        return most;
    }

    private static void assertNear(Yuv seen, Yuv wanted, int tolerance) {
        assertThat(seen.y()).as("luma").isCloseTo(wanted.y(), within(tolerance));
        assertThat(seen.u()).as("blue").isCloseTo(wanted.u(), within(tolerance));
        assertThat(seen.v()).as("red").isCloseTo(wanted.v(), within(tolerance));
    }
}
