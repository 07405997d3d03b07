/// One H.264 and one AAC encode of the programme.
@NullMarked
package org.onmaru.media.encode;

import org.jspecify.annotations.NullMarked;
