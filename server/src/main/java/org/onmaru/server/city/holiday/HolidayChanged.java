package org.onmaru.server.city.holiday;

import java.time.LocalDate;

/// That day became a public holiday, is none any more, or is called something else.
public record HolidayChanged(LocalDate day) {}
