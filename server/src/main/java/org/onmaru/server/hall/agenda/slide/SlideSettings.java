package org.onmaru.server.hall.agenda.slide;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How pages of files are drawn for the stage.
///
/// @param time longest that drawing one page may take
/// @param memory largest heap of the process that draws
/// @param kept drawn pages kept in memory
/// @param pixels largest picture that is drawn, in millions of pixels
@ConfigurationProperties("onmaru.slides")
public record SlideSettings(
        @DefaultValue("10s") Duration time,
        @DefaultValue("384MB") DataSize memory,
        @DefaultValue("64MB") DataSize kept,
        @DefaultValue("64") int pixels) {}
