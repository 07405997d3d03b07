/// Reads the one line in which a directive is captured: `@강천면 마스크 3천 장 3/10까지`.
@NullMarked
package org.onmaru.server.hall.directive.capture;

import org.jspecify.annotations.NullMarked;
