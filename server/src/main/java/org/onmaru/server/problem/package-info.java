/// How the server says no: one clear sentence in Korean, the same in English, and a code.
@NullMarked
package org.onmaru.server.problem;

import org.jspecify.annotations.NullMarked;
