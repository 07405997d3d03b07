/// The archive: every meeting kept and found again, by staff as far as each may see, by citizens as far as it was
/// released.
@NullMarked
@ApplicationModule(
        id = "open/archive",
        displayName = "Archive",
        allowedDependencies = {
            "city/audit",
            "city/directory",
            "city/identity",
            "hall/agenda",
            "hall/directive",
            "hall/meeting",
            "hall/minutes",
            "hall/report",
            "hall/series",
            "onair/recording"
        })
package org.onmaru.server.open.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
