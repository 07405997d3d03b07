/// A durable PostgreSQL owned by the server: no other database has to be installed.
@NullMarked
package org.onmaru.server.postgres;

import org.jspecify.annotations.NullMarked;
