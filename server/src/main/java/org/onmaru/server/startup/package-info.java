/// What happens before the server serves: which address, which certificate, and clear words when it cannot start.
@NullMarked
package org.onmaru.server.startup;

import org.jspecify.annotations.NullMarked;
