/// What a meeting talks about, in which order, and why each item is there.
@NullMarked
@ApplicationModule(
        id = "hall/agenda",
        displayName = "Agenda",
        allowedDependencies = {
            "city/attachment",
            "city/audit",
            "city/directory",
            "city/identity",
            "city/paper",
            "hall/directive",
            "hall/figures",
            "hall/meeting",
            "hall/report",
            "hall/series"
        })
package org.onmaru.server.hall.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
