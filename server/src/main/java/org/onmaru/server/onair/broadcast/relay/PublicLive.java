package org.onmaru.server.onair.broadcast.relay;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Serves a public programme before anything else is done. Every viewer asks six times a second and all of them at the
/// same moment, and there is nothing to decide: nobody's session is looked up, no rule is weighed. Whatever is not a
/// plain request for a public programme goes on to the fence and to [LiveController].
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PublicLive implements Filter {

    private static final Pattern PATH = Pattern.compile(
            "/live/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/" + "([A-Za-z0-9_-]{1,64})/([A-Za-z0-9._-]{1,80})");

    private final LiveAnswers answers;
    private final ProgrammeAccess access;

    PublicLive(LiveAnswers answers, ProgrammeAccess access) {
        this.answers = answers;
        this.access = access;
    }

    private record Wanted(UUID meeting, String instance, String name) {

        /// What is asked for, when it is written plainly.
        static Optional<Wanted> of(HttpServletRequest request) {
            String path = request.getRequestURI();
            if (!path.startsWith("/live/") || !request.getMethod().equals("GET")) {
                return Optional.empty();
            }
            Matcher parts = PATH.matcher(path);
            return parts.matches()
                    ? Optional.of(new Wanted(UUID.fromString(parts.group(1)), parts.group(2), parts.group(3)))
                    : Optional.empty();
        }
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        if (asked instanceof HttpServletRequest request && answered instanceof HttpServletResponse response) {
            Optional<Wanted> wanted = Wanted.of(request);
            if (wanted.isPresent() && access.isPublic(wanted.get().meeting())) {
                serve(wanted.get(), request, response);
                return;
            }
        }
        chain.doFilter(asked, answered);
    }

    private void serve(Wanted wanted, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        answers.answer(wanted.meeting(), wanted.instance(), wanted.name(), true, request, response);
    }
}
