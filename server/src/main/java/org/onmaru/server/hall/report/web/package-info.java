/// Reports, the board and the roll-up for browsers.
@NullMarked
package org.onmaru.server.hall.report.web;

import org.jspecify.annotations.NullMarked;
