package org.onmaru.server.city.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.onmaru.server.city.identity.Sessions.Owner;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who makes the request: a person or guest by the browser session, the operator by the token file.
@Component
public class ActorFilter extends OncePerRequestFilter {

    private final Sessions sessions;
    private final People people;
    private final Invitations invitations;
    private final OperatorToken operator;

    ActorFilter(Sessions sessions, People people, Invitations invitations, OperatorToken operator) {
        this.sessions = sessions;
        this.people = people;
        this.invitations = invitations;
        this.operator = operator;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = actor(request);
        if (!(actor instanceof Actor.Anonymous)) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ActorAuthentication(actor));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private Actor actor(HttpServletRequest request) {
        if (operator.proves(request)) {
            return new Actor.Operator();
        }
        return switch (sessions.owner(request)) {
            case null -> new Actor.Anonymous();
            case Owner.OfPerson(var id) ->
                people.actor(id).<Actor>map(person -> person).orElseGet(Actor.Anonymous::new);
            case Owner.OfGuest(var id) ->
                invitations.guest(id).<Actor>map(guest -> guest).orElseGet(Actor.Anonymous::new);
        };
    }
}
