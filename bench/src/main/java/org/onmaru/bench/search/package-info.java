/// The search bench: how long ten years of meetings take to answer.
@NullMarked
package org.onmaru.bench.search;

import org.jspecify.annotations.NullMarked;
