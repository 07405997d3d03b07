package org.onmaru.media.scene;

import org.jspecify.annotations.Nullable;

/// One rectangle of the scene and who is in it.
///
/// @param track what moves in it, null for a name card
/// @param screen true for a shared screen: it is shown whole, never cropped
/// @param speaking true for the current speaker, whose tile has a ring
public record SceneTile(
        String identity, Plate plate, Rect area, @Nullable String track, boolean screen, boolean speaking) {}
