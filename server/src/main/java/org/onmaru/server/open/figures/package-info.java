/// The city's figures for citizens: those that may be public, of days whose meeting citizens could watch.
@NullMarked
@ApplicationModule(
        id = "open/figures",
        displayName = "Figures for citizens",
        allowedDependencies = {"hall/figures", "hall/series"})
package org.onmaru.server.open.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
