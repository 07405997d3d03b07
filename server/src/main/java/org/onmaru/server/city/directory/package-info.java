/// Units and posts of the city, each with names that have dates.
@NullMarked
@ApplicationModule(
        id = "city/directory",
        displayName = "Directory",
        allowedDependencies = {"city/audit"})
package org.onmaru.server.city.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
