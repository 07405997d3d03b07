package org.onmaru.media.scene;

import org.jspecify.annotations.Nullable;

/// Somebody the stage may show.
///
/// @param seat place in the order; ties go by identity
/// @param camera the track of their camera, null when it is off
/// @param screen the track of the screen they share, null when they share none
public record Person(
        String identity,
        Plate plate,
        int seat,
        @Nullable String camera,
        @Nullable String screen) {}
