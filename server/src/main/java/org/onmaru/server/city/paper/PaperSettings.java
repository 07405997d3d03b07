package org.onmaru.server.city.paper;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What papers are written with.
///
/// @param font a TrueType font (.ttf) with 한글 and 漢字 for PDF files; without it NanumGothic of the system's package
/// @param fontBold its bold face; without it the same
@ConfigurationProperties("onmaru.paper")
public record PaperSettings(@Nullable Path font, @Nullable Path fontBold) {}
