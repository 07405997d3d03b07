/// What was broadcast, kept and played again.
@NullMarked
@ApplicationModule(
        id = "onair/recording",
        displayName = "Recordings",
        allowedDependencies = {"city/identity", "hall/series", "hall/meeting", "onair/room", "onair/broadcast"})
package org.onmaru.server.onair.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
