/// Situation reports: what each unit files for each cut-off, in versions, and what the city's figures are from them.
@NullMarked
@ApplicationModule(
        id = "hall/report",
        displayName = "Reports",
        allowedDependencies = {
            "city/attachment",
            "city/audit",
            "city/directory",
            "city/holiday",
            "city/identity",
            "city/notice",
            "hall/series"
        })
package org.onmaru.server.hall.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
