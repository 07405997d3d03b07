package org.onmaru.media.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.scene.Rect;
import org.onmaru.media.scene.Scene;
import org.onmaru.media.scene.SpeakerLayout;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Stage;

/// Whose turn it is, read from the encoded programme: the large picture and the name plate on it.
class PresenterIT extends RunningProgramme {

    private static final Rect LARGE = SpeakerLayout.place(1, Scene.BODY).getFirst();
    /// Lower left in the large picture, where the plate has at least its unit and post.
    private static final Rect PLATE = new Rect(LARGE.x() + 16, LARGE.bottom() - 16 - 48, 200, 48);

    PresenterIT() {
        super(new CanaryRoom(
                new RoomParticipant("p-0", "이시장", Map.of("unit", "", "post", "시장", "seat", "0"), false, List.of())));
    }

    @Test
    void itsPeopleAreLargeWithTheirPlateWithinASecondAndNoLonger() {
        goOnAir();
        programme.show(stage("제설 대책", ""));
        frames(2 * SECOND);
        long begun = frame();
        programme.show(stage("강천면 상황보고", "강천면"));
        frames(2 * SECOND);
        long other = frame();
        programme.show(stage("보건소 상황보고", "보건소"));
        frames(2 * SECOND);
        end();

        var plates = tape.look(PresenterIT::hasPlate);
        assertThat(plates.subMap(begun - SECOND, begun))
                .as("the mayor's card is large")
                .isNotEmpty()
                .doesNotContainValue(true);
        assertThat(plates.subMap(begun + SECOND, other)).isNotEmpty().doesNotContainValue(false);
        assertThat(plates.tailMap(other + SECOND))
                .as("of the next unit nobody is there, so nobody takes its place")
                .isNotEmpty()
                .doesNotContainValue(true);
    }

    private static Stage stage(String title, String presenter) {
        return new Stage(Layout.SPEAKER, title, "제1회", presenter);
    }

    /// Dark with white letters at the lower left of a magenta picture.
    private static boolean hasPlate(YuvFrame picture) {
        int dark = 0;
        int white = 0;
        for (int y = PLATE.y(); y < PLATE.bottom(); y++) {
            for (int x = PLATE.x(); x < PLATE.right(); x++) {
                int luma = picture.luma(x, y);
                dark += luma < 55 ? 1 : 0;
                white += luma > 190 ? 1 : 0;
            }
        }
        boolean magenta = picture.blue(640, 250) > 180 && picture.red(640, 250) > 200;
        return magenta && dark > PLATE.width() * PLATE.height() / 2 && white > 150;
    }
}
