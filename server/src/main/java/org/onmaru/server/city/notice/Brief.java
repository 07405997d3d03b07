package org.onmaru.server.city.notice;

import java.time.Instant;

/// The same for a lock screen that everybody can read: no names and no figures.
///
/// @param text one sentence
/// @param path of the page that opens when it is touched
/// @param until afterwards nobody needs to see it
public record Brief(String title, String titleEn, String text, String textEn, String path, Instant until) {}
