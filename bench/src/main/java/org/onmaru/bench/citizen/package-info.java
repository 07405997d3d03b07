/// A citizen's player: follows the LL-HLS live edge over HTTP, decodes, and knows when each frame would be shown.
@NullMarked
package org.onmaru.bench.citizen;

import org.jspecify.annotations.NullMarked;
