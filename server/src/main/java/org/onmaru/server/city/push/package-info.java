/// Web push: what a browser shows though no page of the city is open (RFC 8030, 8291, 8292).
@NullMarked
@ApplicationModule(
        id = "city/push",
        displayName = "Web push",
        allowedDependencies = {})
package org.onmaru.server.city.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
