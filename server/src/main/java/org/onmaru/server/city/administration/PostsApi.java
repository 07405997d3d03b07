package org.onmaru.server.city.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.PostBook;
import org.onmaru.server.city.directory.PostId;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Holding;
import org.onmaru.server.city.identity.HoldingId;
import org.onmaru.server.city.identity.Holdings;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.problem.PlainText;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Posts, their dated names and who is in them; administrators only.
@RestController
@RequestMapping("/api/v1")
class PostsApi {

    private final Access access;
    private final PostBook posts;
    private final Holdings holdings;
    private final PostAnswers answers;

    PostsApi(Access access, PostBook posts, Holdings holdings, PostAnswers answers) {
        this.access = access;
        this.posts = posts;
        this.holdings = holdings;
        this.answers = answers;
    }

    record CreatePost(
            @PlainText String name,
            @PlainText(max = 120) String nameEn,
            boolean head,
            @NotNull LocalDate from) {}

    record RenamePost(
            @PlainText String name,
            @PlainText(max = 120) String nameEn,
            @NotNull LocalDate from) {}

    record HeadPost(boolean head) {}

    record EndPost(@Nullable LocalDate until) {}

    /// @param until the last day; null while there is none
    record CreateHolding(
            @NotNull UUID personId,
            Holding.@NotNull Kind kind,
            @NotNull LocalDate from,
            @Nullable LocalDate until) {}

    record EndHolding(@Nullable LocalDate until) {}

    /// By the seat of their unit and then their own, those that ended and those to come included.
    @GetMapping("/posts")
    List<PostAnswer> listPosts() {
        administer();
        return answers.all();
    }

    @PostMapping("/units/{id}/posts")
    PostAnswer createPost(@PathVariable UUID id, @Valid @RequestBody CreatePost body) {
        administer();
        return answers.of(posts.create(new UnitId(id), body.name, body.nameEn, body.head, body.from));
    }

    @PostMapping("/posts/{id}/names")
    PostAnswer renamePost(@PathVariable UUID id, @Valid @RequestBody RenamePost body) {
        administer();
        posts.rename(new PostId(id), body.name, body.nameEn, body.from);
        return answers.of(new PostId(id));
    }

    @PutMapping("/posts/{id}/head")
    PostAnswer headPost(@PathVariable UUID id, @Valid @RequestBody HeadPost body) {
        administer();
        posts.head(new PostId(id), body.head);
        return answers.of(new PostId(id));
    }

    /// Whoever is in it leaves on the same day.
    @PutMapping("/posts/{id}/until")
    PostAnswer endPost(@PathVariable UUID id, @Valid @RequestBody EndPost body) {
        administer();
        posts.end(new PostId(id), body.until);
        return answers.of(new PostId(id));
    }

    /// Puts somebody in the post, as its holder or acting for it.
    @PostMapping("/posts/{id}/holdings")
    PostAnswer createHolding(@PathVariable UUID id, @Valid @RequestBody CreateHolding body) {
        administer();
        holdings.put(new PersonId(body.personId), new PostId(id), body.kind, new Span(body.from, body.until));
        return answers.of(new PostId(id));
    }

    @PutMapping("/holdings/{id}/until")
    PostAnswer endHolding(@PathVariable UUID id, @Valid @RequestBody EndHolding body) {
        administer();
        return answers.of(holdings.end(new HoldingId(id), body.until));
    }

    /// Only for what was entered by mistake: nothing of it remains but the audit.
    @DeleteMapping("/holdings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeHolding(@PathVariable UUID id) {
        administer();
        holdings.remove(new HoldingId(id));
    }

    private void administer() {
        access.require(Permission.ADMINISTER, Scope.city());
    }
}
