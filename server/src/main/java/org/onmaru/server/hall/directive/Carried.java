package org.onmaru.server.hall.directive;

/// An open directive as it enters an agenda.
///
/// @param times its "이월 n회"
public record Carried(Directive directive, Directive.Urgency urgency, int times) {}
