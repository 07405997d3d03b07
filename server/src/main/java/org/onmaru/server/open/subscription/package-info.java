/// Citizens who want to know when a meeting begins: their browsers, and nothing else about them.
@NullMarked
@ApplicationModule(
        id = "open/subscription",
        displayName = "Subscriptions",
        allowedDependencies = {"city/push", "hall/series", "hall/meeting", "onair/broadcast"})
package org.onmaru.server.open.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
