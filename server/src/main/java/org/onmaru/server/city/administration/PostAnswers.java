package org.onmaru.server.city.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onmaru.server.city.directory.PostBook;
import org.onmaru.server.city.directory.PostId;
import org.onmaru.server.city.directory.PostNames;
import org.onmaru.server.city.identity.Holding;
import org.onmaru.server.city.identity.Holdings;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.PersonId;
import org.springframework.stereotype.Component;

/// Says what a post is, and who is in it.
@Component
class PostAnswers {

    private final PostBook posts;
    private final Holdings holdings;
    private final People people;
    private final Clock clock;

    PostAnswers(PostBook posts, Holdings holdings, People people, Clock clock) {
        this.posts = posts;
        this.holdings = holdings;
        this.people = people;
        this.clock = clock;
    }

    List<PostAnswer> all() {
        var held = holdings.all().stream().collect(Collectors.groupingBy(Holding::post));
        var names = people.names();
        return posts.all().stream()
                .map(post -> answer(post, held.getOrDefault(post.id(), List.of()), names))
                .toList();
    }

    PostAnswer of(PostId id) {
        return answer(posts.get(id), holdings.of(id), people.names());
    }

    private PostAnswer answer(PostNames post, List<Holding> held, Map<PersonId, String> people) {
        var today = post.on(LocalDate.now(clock));
        return new PostAnswer(
                post.id().value(),
                post.unit().value(),
                today.name(),
                today.nameEn(),
                post.head(),
                post.seat(),
                post.span().from(),
                post.until(),
                post.names().stream()
                        .map(name -> new PostAnswer.PostName(name.name(), name.nameEn(), name.from()))
                        .toList(),
                held.stream()
                        .map(one -> new PostAnswer.PostHolding(
                                one.id().value(),
                                one.person().value(),
                                people.getOrDefault(one.person(), ""),
                                one.kind(),
                                one.days().from(),
                                one.days().until()))
                        .toList());
    }
}
