/// Who is reminded of a report that is due, when, and in which words.
@NullMarked
package org.onmaru.server.hall.report.reminder;

import org.jspecify.annotations.NullMarked;
