/// The SFU and the meeting's room in it; the only module that knows the SFU's client.
@NullMarked
@ApplicationModule(
        id = "onair/room",
        displayName = "Room",
        allowedDependencies = {
            "city/audit",
            "city/directory",
            "city/identity",
            "hall/floor",
            "hall/series",
            "hall/meeting"
        })
package org.onmaru.server.onair.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
