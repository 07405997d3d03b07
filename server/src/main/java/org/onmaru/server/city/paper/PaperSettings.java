package org.onmaru.server.city.paper;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What papers are written with.
///
/// @param font a TrueType font (.ttf) with Korean for PDF files; without it NanumGothic as the system's package has it
/// @param fontBold its bold face; without it the same
@ConfigurationProperties("onmaru.paper")
public record PaperSettings(@Nullable Path font, @Nullable Path fontBold) {}
