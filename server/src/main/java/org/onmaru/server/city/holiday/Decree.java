package org.onmaru.server.city.holiday;

import java.time.LocalDate;

/// One day that was made a holiday once: 임시공휴일 or an election.
///
/// @param citation where it says so
public record Decree(LocalDate date, String name, String nameEn, String citation) {}
