/// Plays recordings.
@NullMarked
package org.onmaru.server.onair.recording.web;

import org.jspecify.annotations.NullMarked;
