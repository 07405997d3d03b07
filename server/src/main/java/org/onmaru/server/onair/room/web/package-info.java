/// How browsers and the SFU reach the rooms: REST, the signalling proxy, the SFU's reports.
@NullMarked
package org.onmaru.server.onair.room.web;

import org.jspecify.annotations.NullMarked;
