package org.onmaru.server.city.identity;

/// Names, posts or roles of people may be others from now on: whoever keeps them asks again.
public record PeopleChanged() {}
