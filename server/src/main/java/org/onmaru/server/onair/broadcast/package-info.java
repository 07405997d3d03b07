/// The programme: the studio process, the on-air gate with its lease, the collapsing relay.
@NullMarked
@ApplicationModule(
        id = "onair/broadcast",
        displayName = "Broadcast",
        allowedDependencies = {
            "city/audit",
            "city/directory",
            "city/identity",
            "hall/agenda",
            "hall/directive",
            "hall/floor",
            "hall/meeting",
            "hall/series",
            "onair/room"
        })
package org.onmaru.server.onair.broadcast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
