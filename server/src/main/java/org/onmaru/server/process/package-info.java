/// Child processes that die with the server and come back when they die alone.
@NullMarked
package org.onmaru.server.process;

import org.jspecify.annotations.NullMarked;
