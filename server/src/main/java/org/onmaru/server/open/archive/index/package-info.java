/// The index of the archive on the disk: Lucene lives here alone, and nothing of Spring does.
@NullMarked
package org.onmaru.server.open.archive.index;

import org.jspecify.annotations.NullMarked;
