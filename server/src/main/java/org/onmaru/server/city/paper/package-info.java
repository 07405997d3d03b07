/// Official documents: one small model of a paper, and the writers that make HTML, PDF, ODT and HWPX of it.
@NullMarked
@ApplicationModule(
        id = "city/paper",
        displayName = "Papers",
        allowedDependencies = {})
package org.onmaru.server.city.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
