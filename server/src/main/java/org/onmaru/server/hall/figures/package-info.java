/// What is shown of the city's figures: what citizens may know of them, and charts for the stage.
@NullMarked
@ApplicationModule(
        id = "hall/figures",
        displayName = "Figures shown",
        allowedDependencies = {"city/directory", "hall/meeting", "hall/report", "hall/series"})
package org.onmaru.server.hall.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
