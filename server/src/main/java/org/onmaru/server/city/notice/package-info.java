/// Words that people get wherever they are, by the ways they want: e-mail, text message, web push.
@NullMarked
@ApplicationModule(
        id = "city/notice",
        displayName = "Notice",
        allowedDependencies = {"city/audit", "city/identity", "city/push"})
package org.onmaru.server.city.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
