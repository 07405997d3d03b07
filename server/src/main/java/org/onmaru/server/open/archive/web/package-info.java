/// Searching the archive over HTTP.
@NullMarked
package org.onmaru.server.open.archive.web;

import org.jspecify.annotations.NullMarked;
