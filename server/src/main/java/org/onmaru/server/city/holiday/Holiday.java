package org.onmaru.server.city.holiday;

import java.time.LocalDate;

/// A public holiday (공휴일).
///
/// @param substitute true for a 대체공휴일
public record Holiday(LocalDate date, String name, String nameEn, boolean substitute) {}
