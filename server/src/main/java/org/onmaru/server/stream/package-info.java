/// Server-sent events: what happened, to everybody who watches, without one slow reader holding up the rest.
@NullMarked
package org.onmaru.server.stream;

import org.jspecify.annotations.NullMarked;
