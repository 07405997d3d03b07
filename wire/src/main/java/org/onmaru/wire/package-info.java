/// What the server and a studio say to each other: commands down, events up, nothing else. No dependencies.
@NullMarked
package org.onmaru.wire;

import org.jspecify.annotations.NullMarked;
