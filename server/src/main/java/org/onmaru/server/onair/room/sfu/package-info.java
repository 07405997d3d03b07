/// The SFU itself: the child process, its keys, its API and its tokens.
@NullMarked
package org.onmaru.server.onair.room.sfu;

import org.jspecify.annotations.NullMarked;
