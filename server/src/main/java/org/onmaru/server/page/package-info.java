/// The one page of the web application as it is answered for addresses that say more than that they are a place in it.
@NullMarked
package org.onmaru.server.page;

import org.jspecify.annotations.NullMarked;
