package org.onmaru.server.city.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
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

/// A new password: for oneself, who knows the old one, or by a link, for whoever forgot it.
@RestController
@RequestMapping("/api/v1")
class PasswordApi {

    private final Access access;
    private final People people;
    private final SignIns signIns;
    private final Sessions sessions;
    private final NewPasswords passwords;
    private final MeBook meBook;

    PasswordApi(
            Access access, People people, SignIns signIns, Sessions sessions, NewPasswords passwords, MeBook meBook) {
        this.access = access;
        this.people = people;
        this.signIns = signIns;
        this.sessions = sessions;
        this.passwords = passwords;
        this.meBook = meBook;
    }

    record ChangePassword(@NotNull String current, @NotNull String password) {}

    record LinkedPassword(@NotNull String password) {}

    /// Whom a link is for.
    record PasswordLinkCard(String name, String loginName, Instant expiresAt) {}

    /// Ends the person's other sessions, and gives this one a new id.
    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody ChangePassword body, HttpServletRequest request) {
        if (!(access.current() instanceof Actor.Person person)) {
            throw Problem.forbidden("no-password", "비밀번호가 없는 손님입니다.", "Guests have no password.");
        }
        var account = people.find(person.id()).orElseThrow();
        var _ = signIns.prove(account.loginName(), body.current, request.getRemoteAddr())
                .orElseThrow(
                        () -> Problem.bad("password-wrong", "지금 쓰는 비밀번호가 맞지 않습니다.", "The current password is wrong."));
        if (body.password.equals(body.current)) {
            throw Problem.bad("password-same", "지금과 다른 비밀번호를 정하십시오.", "Choose a password other than the current one.");
        }
        passwords.change(person.id(), body.password);
        sessions.begin(request, person.id());
    }

    @GetMapping("/password-links/{token}")
    PasswordLinkCard getPasswordLink(@PathVariable String token) {
        var holder = passwords.holder(token);
        return new PasswordLinkCard(holder.name(), holder.loginName(), holder.expiresAt());
    }

    /// Signs in with the new password.
    @PostMapping("/password-links/{token}")
    Me setPasswordByLink(
            @PathVariable String token, @Valid @RequestBody LinkedPassword body, HttpServletRequest request) {
        var person = passwords.use(token, body.password);
        sessions.begin(request, person);
        return meBook.of(people.find(person).orElseThrow().actor());
    }
}
