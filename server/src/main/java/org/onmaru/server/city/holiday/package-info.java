/// Korea's public holidays, substitutes and temporary ones included.
@NullMarked
@ApplicationModule(
        id = "city/holiday",
        displayName = "Public holidays",
        allowedDependencies = {"city/audit", "city/identity"})
package org.onmaru.server.city.holiday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
