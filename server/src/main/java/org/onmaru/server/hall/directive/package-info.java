/// What units are told to do and what they ask for: captured in a meeting, carried until it is settled.
@NullMarked
@ApplicationModule(
        id = "hall/directive",
        displayName = "Directives",
        allowedDependencies = {
            "city/audit",
            "city/directory",
            "city/identity",
            "hall/series",
            "hall/meeting",
            "hall/report"
        })
package org.onmaru.server.hall.directive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
