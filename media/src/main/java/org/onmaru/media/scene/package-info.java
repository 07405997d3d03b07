/// What is where: layouts, name plates, title strip, slate; no pixels.
@NullMarked
package org.onmaru.media.scene;

import org.jspecify.annotations.NullMarked;
