/// The administrator's desk: units and people.
@NullMarked
@ApplicationModule(
        id = "city/administration",
        displayName = "Administration",
        allowedDependencies = {"city/audit", "city/directory", "city/identity"})
package org.onmaru.server.city.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
