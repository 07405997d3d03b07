/// The only package that touches the FFmpeg bindings. One owner per native object, stated in each class.
@NullMarked
package org.onmaru.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
