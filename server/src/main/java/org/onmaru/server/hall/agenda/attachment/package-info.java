/// Files beside agenda items: kept on disk, judged by their bytes.
@NullMarked
package org.onmaru.server.hall.agenda.attachment;

import org.jspecify.annotations.NullMarked;
