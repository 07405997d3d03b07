/// The rehearsal: a whole meeting of simulated attendees, judged in the room and in the broadcast.
@NullMarked
package org.onmaru.bench.rehearse;

import org.jspecify.annotations.NullMarked;
