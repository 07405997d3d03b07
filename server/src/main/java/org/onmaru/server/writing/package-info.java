/// How texts come about: several people's words brought together, and cleaned.
@NullMarked
package org.onmaru.server.writing;

import org.jspecify.annotations.NullMarked;
