package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onmaru.wire.Command;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Slide;
import org.onmaru.wire.Stage;
import org.onmaru.wire.Tile;

class WireJsonTest {

    @Test
    void commandsCarryTheirNameAndComeBackTheSame() {
        for (Command command : List.of(
                new Command.Begin("p", "여주시", new Stage(Layout.GRID, "제목", "부제", ""), new Slate("제목", "곧 시작합니다")),
                new Command.GoOnAir("ws://x", "t"),
                new Command.GoOffAir(),
                new Command.RenewLease(),
                new Command.ShowStage(new Stage(Layout.SPEAKER, "", "", "", "p-1")),
                new Command.ShowSlate(new Slate("", "")),
                new Command.ShowSlide(new Slide("/internal/a")),
                new Command.TakeOffSlide(),
                new Command.End())) {
            assertThat(WireJson.command(WireJson.text(command))).isEqualTo(command);
        }
        assertThat(WireJson.text(new Command.GoOnAir("u", "t"))).contains("\"type\":\"go-on-air\"");
    }

    @Test
    void eventsFromANewerStudioAreUnderstood() {
        Event status = new Event.Status(
                Gate.ON_AIR,
                List.of(new Tile("p-1", "강천면", 0, 0, 640, 360, Tile.Picture.LIVE)),
                29.97,
                1,
                2,
                3,
                4,
                5,
                List.of(new Event.Problem("room-lost", "회의실", "room")));
        String text = WireJson.text(status);

        assertThat(WireJson.event(text.replace("{\"type\"", "{\"added\":1,\"type\"")))
                .isEqualTo(status);
    }
}
