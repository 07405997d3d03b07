package org.onmaru.server.hall.report;

import java.time.LocalDate;
import org.onmaru.server.hall.series.SeriesId;

/// The city's own figure of a day was entered, corrected or taken away.
public record CityFigureChanged(SeriesId series, LocalDate date) {}
