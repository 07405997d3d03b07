/// The process that draws pages: it holds what strangers' files may blow up, and can be killed.
@NullMarked
package org.onmaru.server.hall.agenda.slide.draw;

import org.jspecify.annotations.NullMarked;
