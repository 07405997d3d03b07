/// The floor (발언권): who raised a hand, who has the floor, and who had it when.
@NullMarked
@ApplicationModule(
        id = "hall/floor",
        displayName = "Floor",
        allowedDependencies = {
            "city/audit",
            "city/directory",
            "city/identity",
            "hall/agenda",
            "hall/meeting",
            "hall/series"
        })
package org.onmaru.server.hall.floor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
