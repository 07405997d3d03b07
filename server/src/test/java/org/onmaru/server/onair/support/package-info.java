/// A whole server for tests of the live half: real database, real SFU, a studio that only speaks the wire.
@NullMarked
package org.onmaru.server.onair.support;

import org.jspecify.annotations.NullMarked;
