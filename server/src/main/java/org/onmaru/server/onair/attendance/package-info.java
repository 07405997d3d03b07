/// Who was in a meeting, from when to when: from the room's joins and leaves.
@NullMarked
@ApplicationModule(
        id = "onair/attendance",
        displayName = "Attendance",
        allowedDependencies = {
            "city/directory",
            "city/identity",
            "hall/meeting",
            "hall/minutes",
            "hall/series",
            "onair/room"
        })
package org.onmaru.server.onair.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
