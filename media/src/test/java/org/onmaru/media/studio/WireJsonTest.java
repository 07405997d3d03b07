package org.onmaru.media.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onmaru.wire.Command;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.GateReason;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Slide;
import org.onmaru.wire.Tile;
import tools.jackson.core.JacksonException;

class WireJsonTest {

    @Test
    void readsEveryCommandByItsName() {
        assertThat(WireJson.read("""
                {"type":"begin","programmeId":"p","city":"여주시","stage":{"layout":"GRID","title":"영상회의",
                 "subtitle":"제1회"},"slate":{"heading":"영상회의","message":"곧 시작합니다"},"later":1}""")).isInstanceOfSatisfying(Command.Begin.class, begin -> {
            assertThat(begin.city()).isEqualTo("여주시");
            assertThat(begin.stage().layout()).isEqualTo(Layout.GRID);
        });
        assertThat(WireJson.read("{\"type\":\"go-on-air\",\"roomUrl\":\"ws://x\",\"token\":\"t\"}"))
                .isEqualTo(new Command.GoOnAir("ws://x", "t"));
        assertThat(WireJson.read("{\"type\":\"go-off-air\"}")).isEqualTo(new Command.GoOffAir());
        assertThat(WireJson.read("{\"type\":\"renew-lease\"}")).isEqualTo(new Command.RenewLease());
        assertThat(WireJson.read("{\"type\":\"show-slide\",\"slide\":{\"path\":\"/internal/a\"}}"))
                .isEqualTo(new Command.ShowSlide(new Slide("/internal/a")));
        assertThat(WireJson.read("{\"type\":\"take-off-slide\"}")).isEqualTo(new Command.TakeOffSlide());
        assertThat(WireJson.read("{\"type\":\"end\"}")).isEqualTo(new Command.End());
    }

    @Test
    void writesEventsWithTheirName() {
        assertThat(WireJson.write(new Event.GateMoved(Gate.ON_AIR, GateReason.COMMAND, 1, 2)))
                .contains("\"type\":\"gate-moved\"", "\"gate\":\"ON_AIR\"");
        assertThat(WireJson.write(new Event.Status(
                        Gate.OFF_AIR,
                        List.of(new Tile("p-1", "강천면 · 면장", 0, 0, 2, 2, Tile.Picture.CARD)),
                        30,
                        0,
                        0,
                        0,
                        0,
                        0,
                        List.of(new Event.Problem("disk-full", "가득", "full")))))
                .contains("\"type\":\"status\"", "강천면 · 면장", "\"problems\":[{", "\"code\":\"disk-full\"");
    }

    @Test
    void whateverElseComesIsOneException() {
        var random = new Random(1);
        var good = "{\"type\":\"go-on-air\",\"roomUrl\":\"ws://x\",\"token\":\"t\"}";
        for (int i = 0; i < 20_000; i++) {
            var bytes = good.toCharArray();
            for (int k = random.nextInt(4); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (char) random.nextInt(256);
            }
            try {
                assertThat(WireJson.read(new String(bytes))).isInstanceOf(Command.class);
            } catch (JacksonException expected) {
                assertThat(expected).isNotNull();
            }
        }
        assertThatThrownBy(() -> WireJson.read("{\"type\":\"open-sesame\"}")).isInstanceOf(JacksonException.class);
    }
}
