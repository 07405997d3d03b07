/// Onmaru's server. Four floors, each using only itself and those below: `open`, `onair`, `hall`, `city`.
@NullMarked
package org.onmaru.server;

import org.jspecify.annotations.NullMarked;
