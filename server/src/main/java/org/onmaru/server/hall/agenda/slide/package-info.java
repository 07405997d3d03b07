/// Pages of files beside agenda items on the stage: who may put them there, and how they are drawn.
@NullMarked
package org.onmaru.server.hall.agenda.slide;

import org.jspecify.annotations.NullMarked;
