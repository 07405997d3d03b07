package org.onmaru.media.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Rect;
import org.onmaru.media.scene.Scene;
import org.onmaru.media.scene.SceneTile;
import org.onmaru.media.scene.Staging;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Slide;
import org.onmaru.wire.Stage;

class SlidePictureTest {

    private static final Stage STAGE = new Stage(Layout.GRID, "통합재난 안전대책 영상회의", "제287회 · 2020. 12. 8.", "");

    private final StageComposer composer = new StageComposer("여주시 온마루", Typeface.find(null));
    private final Cast cast = new Cast();

    @AfterEach
    void close() {
        composer.close();
    }

    @Test
    void standsInItsPlacePixelByPixelBesideTheSpeakers() throws IOException {
        cast.showAll(12, 640, 360, 0);
        Scene scene = Staging.besideSlide(STAGE, Cast.people(12), "p-6");
        YuvFrame picture = composer.compose(0, scene, cast, SlidePicture.decode(SlideArt.png()));
        Pixels.write(picture, "slide-12");
        assertThat(SlideArt.isOn(picture)).isTrue();
        assertThat(SlideArt.contrast(picture))
                .as("stripes of one pixel, black and white")
                .isGreaterThanOrEqualTo(215);
        assertThat(composer.tiles()).hasSize(5);
        assertThat(composer.tiles().getFirst().identity())
                .as("who speaks, at the top of the column")
                .isEqualTo("p-6");
        for (SceneTile tile : scene.tiles()) {
            assertThat(tile.area().overlaps(Scene.SLIDE)).isFalse();
            assertThat(Scene.BODY.contains(tile.area())).isTrue();
        }
    }

    @Test
    void whatIsNarrowStandsInTheMiddleBetweenDarkEdges() throws IOException {
        var portrait = new BufferedImage(448, Slide.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = portrait.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 448, Slide.HEIGHT);
        graphics.dispose();
        YuvFrame picture = composer.compose(
                0, Staging.besideSlide(STAGE, Cast.people(1), null), cast, SlidePicture.decode(SlideArt.png(portrait)));
        Rect place = Scene.SLIDE;
        int edge = place.x() + (place.width() - 448) / 2;
        assertThat(picture.luma(edge, 400)).isGreaterThan(230);
        assertThat(picture.luma(edge - 2, 400)).isLessThan(30);
        assertThat(picture.luma(edge + 447, 400)).isGreaterThan(230);
        assertThat(picture.luma(edge + 449, 400)).isLessThan(30);
    }

    @Test
    void goesWithTheSceneAndWithTheSlate() throws IOException {
        cast.showAll(2, 640, 360, 0);
        var slide = SlidePicture.decode(SlideArt.png());
        var beside = Staging.besideSlide(STAGE, Cast.people(2), null);
        composer.compose(0, beside, cast, slide);
        YuvFrame without = composer.compose(1, Staging.stage(STAGE, Cast.people(2), null), cast, null);
        assertThat(SlideArt.anywhere(without)).isFalse();
        assertThat(SlideArt.isOn(composer.compose(2, beside, cast, slide)))
                .as("and comes again")
                .isTrue();
        assertThat(SlideArt.anywhere(composer.composeSlate(new Slate("회의", "비공개 진행 중"))))
                .isFalse();
        assertThat(SlideArt.isOn(composer.compose(3, beside, cast, slide))).isTrue();
    }

    @Test
    void whatDoesNotFitOrIsNoPictureIsRefused() {
        var large = new BufferedImage(Slide.WIDTH + 2, 100, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> SlidePicture.decode(SlideArt.png(large)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1042x100");
        assertThatThrownBy(() -> SlidePicture.decode("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
