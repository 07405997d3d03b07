package org.onmaru.server.city.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.PostId;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Account;
import org.onmaru.server.city.identity.HeldPost;
import org.onmaru.server.city.identity.Holding;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.problem.PlainText;
import org.onmaru.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts; administrators only.
@RestController
@RequestMapping("/api/v1/people")
class PeopleApi {

    private final Access access;
    private final People people;
    private final Directory directory;
    private final Clock clock;

    PeopleApi(Access access, People people, Directory directory, Clock clock) {
        this.access = access;
        this.people = people;
        this.directory = directory;
        this.clock = clock;
    }

    /// An account as administrators see it.
    ///
    /// @param post what the name plate says today, e.g. `면장 직무대리`; empty when none
    /// @param posts all posts of today, the one on the name plate first
    record Person(
            UUID id,
            String name,
            String loginName,
            @Nullable UUID unitId,
            @Nullable String unit,
            String post,
            List<PersonPost> posts,
            List<Role> cityRoles,
            boolean disabled,
            boolean synthetic) {}

    /// A post somebody is in today.
    ///
    /// @param label as a name plate would say it
    record PersonPost(UUID postId, UUID unitId, String unit, String label, Holding.Kind kind) {}

    record CreatePerson(
            @PlainText(max = 40) @Pattern(regexp = "[\\p{L}\\p{N}._@-]*")
            String loginName,

            @PlainText String name,
            @NotNull String password,
            @Nullable UUID postId,
            @NotNull Set<Role> cityRoles) {}

    /// @param postId their own post from today, as far as it is not already; null for none
    record UpdatePerson(
            @PlainText String name,
            @Nullable UUID postId,
            @NotNull Set<Role> cityRoles) {}

    record NewPassword(@NotNull String password) {}

    @GetMapping
    List<Person> listPeople() {
        access.require(Permission.ADMINISTER, Scope.city());
        return people.all().stream().map(this::answer).toList();
    }

    @PostMapping
    Person createPerson(@Valid @RequestBody CreatePerson body) {
        access.require(Permission.ADMINISTER, Scope.city());
        var profile = profile(body.name, body.postId, body.cityRoles);
        return answer(people.create(body.loginName, body.password, profile, false));
    }

    @PutMapping("/{id}")
    Person updatePerson(@PathVariable UUID id, @Valid @RequestBody UpdatePerson body) {
        access.require(Permission.ADMINISTER, Scope.city());
        var person = new PersonId(id);
        people.update(person, profile(body.name, body.postId, body.cityRoles));
        return answer(person);
    }

    @PostMapping("/{id}/disable")
    Person disablePerson(@PathVariable UUID id) {
        access.require(Permission.ADMINISTER, Scope.city());
        people.disable(new PersonId(id));
        return answer(new PersonId(id));
    }

    @PostMapping("/{id}/enable")
    Person enablePerson(@PathVariable UUID id) {
        access.require(Permission.ADMINISTER, Scope.city());
        people.enable(new PersonId(id));
        return answer(new PersonId(id));
    }

    @PostMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(@PathVariable UUID id, @Valid @RequestBody NewPassword body) {
        access.require(Permission.ADMINISTER, Scope.city());
        people.resetPassword(new PersonId(id), body.password);
    }

    private static People.Profile profile(String name, @Nullable UUID postId, Set<Role> cityRoles) {
        if (cityRoles.contains(Role.GUEST)) {
            throw Problem.bad("role-guest", "손님은 초대 링크로만 정해집니다.", "Only an invitation link makes somebody a guest.");
        }
        return new People.Profile(name, postId == null ? null : new PostId(postId), cityRoles);
    }

    private Person answer(PersonId id) {
        return answer(people.find(id).orElseThrow());
    }

    private Person answer(Account account) {
        var unit = account.unit();
        return new Person(
                account.id().value(),
                account.name(),
                account.loginName(),
                unit == null ? null : unit.value(),
                unit == null ? null : nameOf(unit),
                account.post(),
                account.held().stream().map(this::answer).toList(),
                account.cityRoles().stream().sorted().toList(),
                account.disabled(),
                account.synthetic());
    }

    private PersonPost answer(HeldPost held) {
        var unit = held.post().unit();
        return new PersonPost(
                held.post().id().value(),
                unit.value(),
                nameOf(unit),
                held.label(),
                held.holding().kind());
    }

    private String nameOf(UnitId unit) {
        return directory.unit(unit, LocalDate.now(clock)).map(Unit::name).orElse("");
    }
}
