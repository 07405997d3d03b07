/// How texts come about and look: several people's words brought together, cleaned, and numbered as documents are.
@NullMarked
package org.onmaru.server.writing;

import org.jspecify.annotations.NullMarked;
