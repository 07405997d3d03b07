package org.onmaru.server.city.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Who a browser session belongs to. The session holds only an id; everything else is read afresh, so that what
/// changes about a person counts at once.
@Component
class Sessions {

    private static final String WHO = "onmaru.who";
    private static final Duration PERSON_IDLE = Duration.ofHours(12);
    private static final Duration GUEST_IDLE = Duration.ofHours(24);

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /// Whom a session names.
    sealed interface Owner {
        record OfPerson(PersonId id) implements Owner {}

        record OfGuest(UUID id) implements Owner {}
    }

    void begin(HttpServletRequest request, PersonId person) {
        begin(request, "person:" + person.value(), PERSON_IDLE);
    }

    void beginGuest(HttpServletRequest request, UUID guest) {
        begin(request, "guest:" + guest, GUEST_IDLE);
    }

    @Nullable
    Owner owner(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(WHO) instanceof String who)) {
            return null;
        }
        var id = UUID.fromString(who.substring(who.indexOf(':') + 1));
        return who.startsWith("person:") ? new Owner.OfPerson(new PersonId(id)) : new Owner.OfGuest(id);
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /// Ends the person's sessions on every server.
    void endAll(PersonId person) {
        repository.findByPrincipalName("person:" + person.value()).keySet().forEach(repository::deleteById);
    }

    private void begin(HttpServletRequest request, String who, Duration idle) {
        end(request); // a new session id, against fixation
        var session = request.getSession(true);
        session.setMaxInactiveInterval((int) idle.toSeconds());
        session.setAttribute(WHO, who);
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who);
    }
}
