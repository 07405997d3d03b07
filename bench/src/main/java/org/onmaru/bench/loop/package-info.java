/// The loop bench: what the daily loop costs its people in waiting, from a typed letter to the board and the agenda.
@NullMarked
package org.onmaru.bench.loop;

import org.jspecify.annotations.NullMarked;
