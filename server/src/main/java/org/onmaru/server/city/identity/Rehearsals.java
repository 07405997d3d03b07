package org.onmaru.server.city.identity;

import java.util.UUID;

/// Says which meetings are rehearsals; answered by the floor above.
public interface Rehearsals {

    boolean isRehearsal(UUID meeting);
}
