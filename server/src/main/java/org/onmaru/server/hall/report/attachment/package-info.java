/// Files beside reports: kept on disk, judged by their bytes.
@NullMarked
package org.onmaru.server.hall.report.attachment;

import org.jspecify.annotations.NullMarked;
