/// Who changed what, and who was refused: a record that only grows and shows when somebody touched it.
@NullMarked
@ApplicationModule(
        id = "city/audit",
        displayName = "Audit",
        allowedDependencies = {})
package org.onmaru.server.city.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
