package org.onmaru.server.open.subscription;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.push.Language;
import org.onmaru.server.city.push.Pushes;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A citizen's browser asks to be told when meetings begin, or not any more. Whoever knows its address at its push
/// service is that browser.
@RestController
@RequestMapping("/api/v1/public/subscriptions")
class SubscriptionsApi {

    /// More browsers than a town has people: somebody makes them up.
    private static final long MOST = 200_000;

    private final SubscriptionStore store;
    private final Pushes pushes;
    private final SeriesBook series;
    private final PhaseBook phases;
    private final Knocks knocks;

    SubscriptionsApi(SubscriptionStore store, Pushes pushes, SeriesBook series, PhaseBook phases, Knocks knocks) {
        this.store = store;
        this.pushes = pushes;
        this.series = series;
        this.phases = phases;
        this.knocks = knocks;
    }

    /// As a browser's `PushSubscription` says it.
    ///
    /// @param seriesId null for every meeting that is for citizens
    record SubscriptionRequest(
            @NotNull String endpoint,
            @NotNull String p256dh,
            @NotNull String auth,
            @NotNull Language language,
            @Nullable UUID seriesId) {}

    /// @param seriesId null for "every meeting", which leaves single series as they are
    record EndRequest(@NotNull String endpoint, @Nullable UUID seriesId) {}

    @PostMapping
    Wanted subscribe(@Valid @RequestBody SubscriptionRequest body, HttpServletRequest request) {
        knocks.count(request.getRemoteAddr());
        var address = pushes.address(body.endpoint, body.p256dh, body.auth);
        if (body.seriesId != null) {
            requirePublic(new SeriesId(body.seriesId));
        }
        if (store.count() >= MOST) {
            throw Problem.unavailable(
                    "subscriptions-full",
                    "지금은 알림을 더 받을 수 없습니다. 시청에 알려 주십시오.",
                    "No more notices can be taken now. Please tell the city.");
        }
        return store.add(address, body.language, body.seriesId);
    }

    @PostMapping("/end")
    Wanted endSubscription(@Valid @RequestBody EndRequest body, HttpServletRequest request) {
        knocks.count(request.getRemoteAddr());
        return store.end(body.endpoint, body.seriesId);
    }

    private void requirePublic(SeriesId id) {
        if (series.find(id).isEmpty()
                || phases.of(id).stream().noneMatch(phase -> phase.plan().broadcast())) {
            throw Problem.missing("series-missing", "그런 회의체가 없습니다.", "There is no such series.");
        }
    }
}
