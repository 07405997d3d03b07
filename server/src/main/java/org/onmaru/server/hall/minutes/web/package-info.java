/// Minutes for browsers.
@NullMarked
package org.onmaru.server.hall.minutes.web;

import org.jspecify.annotations.NullMarked;
