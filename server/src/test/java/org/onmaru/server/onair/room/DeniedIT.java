package org.onmaru.server.onair.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.OnairIT;

/// Every endpoint of the live half, asked by every role: refused without the permission, and not refused with it.
class DeniedIT extends OnairIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /join                    | JOIN      |",
                "GET    | /participants            | JOIN      |",
                "GET    | /programme               | JOIN      |",
                "POST   | /participants/s-1/mute   | MODERATE  | {\"kind\":\"CAMERA\"}",
                "POST   | /mute-all                | MODERATE  |",
                "POST   | /participants/s-1/remove | MODERATE  |",
                "GET    | /removed                 | MODERATE  |",
                "DELETE | /removed/s-1             | MODERATE  |",
                "POST   | /off-air                 | GO_ON_AIR |",
                "POST   | /on-air                  | GO_ON_AIR |",
                "PUT    | /stage                   | GO_ON_AIR | {\"layout\":\"GRID\"}",
                "GET    | /gate-log                | GO_ON_AIR |"
            })
    void isRefusedWithoutThePermission(String method, String path, Permission needed, String body) {
        MeetingView meeting = meetings.put(MeetingState.OPEN, false);
        String address = "/api/v1/meetings/" + meeting.id().value() + path;
        String content = body == null ? "" : body;

        assertThat(nobody().send(method, address, content).status()).isEqualTo(401);
        Set<Role> roles = EnumSet.complementOf(EnumSet.of(Role.GUEST)); // guests come by invitation only
        for (Role role : roles) {
            int status = as(role).send(method, address, content).status();
            if (role.permissions().contains(needed)) {
                assertThat(status).as("%s as %s", path, role).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s as %s", path, role).isEqualTo(403);
            }
        }
        meetings.move(meeting, MeetingState.CANCELLED);
    }
}
