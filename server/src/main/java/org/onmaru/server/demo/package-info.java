/// An invented city hall, so that everything can be tried at once.
@NullMarked
package org.onmaru.server.demo;

import org.jspecify.annotations.NullMarked;
