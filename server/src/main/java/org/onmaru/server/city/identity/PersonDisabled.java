package org.onmaru.server.city.identity;

/// An account was disabled: wherever this person is, they must leave.
public record PersonDisabled(PersonId person) {}
