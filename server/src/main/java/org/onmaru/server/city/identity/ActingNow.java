package org.onmaru.server.city.identity;

import org.onmaru.server.city.audit.Witness;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/// Tells the audit who is acting: whoever makes the request, or the system when nobody asked.
@Component
class ActingNow implements Witness {

    private final Access access;

    ActingNow(Access access) {
        this.access = access;
    }

    @Override
    public Doer current() {
        return switch (access.current()) {
            case Actor.Person person -> new Doer("person", person.id().value(), person.name());
            case Actor.Guest guest -> new Doer("guest", guest.id(), guest.name());
            case Actor.Operator operator -> new Doer("operator", null, operator.name());
            case Actor.Anonymous nobody ->
                RequestContextHolder.getRequestAttributes() == null
                        ? Doer.SYSTEM
                        : new Doer("nobody", null, nobody.name());
        };
    }
}
