/// How hosts steer the programme, how everybody in the room learns of it, and what the operator may do.
@NullMarked
package org.onmaru.server.onair.broadcast.web;

import org.jspecify.annotations.NullMarked;
