/// Tests of this package, with real codecs where it says so.
@NullMarked
package org.onmaru.media.scene;

import org.jspecify.annotations.NullMarked;
