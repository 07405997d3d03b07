/// What the operator chose, and the directory everything is kept in.
@NullMarked
package org.onmaru.server.settings;

import org.jspecify.annotations.NullMarked;
