/// Who somebody is, how they sign in, and what they may do where.
@NullMarked
@ApplicationModule(
        id = "city/identity",
        displayName = "Identity",
        allowedDependencies = {"city/audit", "city/directory"})
package org.onmaru.server.city.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
