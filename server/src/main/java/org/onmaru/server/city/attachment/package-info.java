/// Files beside what people write: judged by their bytes and kept on disk.
@NullMarked
@ApplicationModule(
        id = "city/attachment",
        displayName = "Attachments",
        allowedDependencies = {})
package org.onmaru.server.city.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
