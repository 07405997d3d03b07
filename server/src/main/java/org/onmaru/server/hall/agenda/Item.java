package org.onmaru.server.hall.agenda;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;

/// One thing to talk about.
///
/// @param key names it within its meeting for good, e.g. `report-<unit>`; lower-case letters, digits and `-`
/// @param why a sentence that says why it is there
/// @param unit who presents it; null when nobody in particular
/// @param subject the directive, report or need it wraps; null when none
/// @param minutes allotted
/// @param open whether citizens may see it; false for an internal item
public record Item(
        String key,
        ItemKind kind,
        String title,
        String titleEn,
        String why,
        String whyEn,
        @Nullable UnitId unit,
        @Nullable UUID subject,
        int minutes,
        boolean open) {

    Item with(Content content) {
        return new Item(
                key,
                kind,
                content.title(),
                content.titleEn(),
                why,
                whyEn,
                content.unit(),
                subject,
                content.minutes(),
                content.open());
    }

    /// What somebody decides about an item.
    public record Content(
            String title, String titleEn, @Nullable UnitId unit, int minutes, boolean open) {}
}
