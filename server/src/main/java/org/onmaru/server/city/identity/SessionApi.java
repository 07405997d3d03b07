package org.onmaru.server.city.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.problem.PlainText;
import org.onmaru.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, the first set-up, and coming by an invitation.
@RestController
@RequestMapping("/api/v1")
class SessionApi {

    private final Access access;
    private final MeBook meBook;
    private final People people;
    private final Sessions sessions;
    private final SignIns signIns;
    private final Setup setup;
    private final Invitations invitations;
    private final Audit audit;

    SessionApi(
            Access access,
            MeBook meBook,
            People people,
            Sessions sessions,
            SignIns signIns,
            Setup setup,
            Invitations invitations,
            Audit audit) {
        this.access = access;
        this.meBook = meBook;
        this.people = people;
        this.sessions = sessions;
        this.signIns = signIns;
        this.setup = setup;
        this.invitations = invitations;
        this.audit = audit;
    }

    record SetUpRequest(
            @NotNull String token,

            @PlainText(max = 40) @Pattern(regexp = "[\\p{L}\\p{N}._@-]*")
            String loginName,

            @PlainText String name,
            @NotNull String password) {}

    record SignInRequest(@NotNull String loginName, @NotNull String password) {}

    record AcceptRequest(@PlainText(max = 40) String name) {}

    @GetMapping("/me")
    Me me() {
        return meBook.of(access.current());
    }

    @PostMapping("/setup")
    Me setUp(@Valid @RequestBody SetUpRequest body, HttpServletRequest request) {
        var id = setup.claim(body.token, body.loginName, body.name, body.password);
        return welcome(id, request);
    }

    @PostMapping("/session")
    Me signIn(@Valid @RequestBody SignInRequest body, HttpServletRequest request) {
        var account = signIns.prove(body.loginName, body.password, request.getRemoteAddr())
                .orElseThrow(() -> Problem.unknownCaller(
                        "sign-in-wrong", "아이디나 비밀번호가 맞지 않습니다.", "The login name or the password is wrong."));
        if (account.disabled()) {
            throw Problem.forbidden(
                    "account-disabled",
                    "사용이 중지된 계정입니다. 관리자에게 문의하십시오.",
                    "This account is disabled; please ask an administrator.");
        }
        return welcome(account.id(), request);
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        sessions.end(request);
    }

    @PostMapping("/invitations/{token}/accept")
    Me acceptInvitation(
            @PathVariable String token, @Valid @RequestBody AcceptRequest body, HttpServletRequest request) {
        var guest = invitations.claim(token, body.name, access.current());
        sessions.beginGuest(request, guest);
        return meBook.of(invitations.guest(guest).orElseThrow());
    }

    private Me welcome(PersonId id, HttpServletRequest request) {
        sessions.begin(request, id);
        audit.changed("person.signed-in", Subject.of("person", id.value()), null, null);
        return meBook.of(people.find(id).orElseThrow().actor());
    }
}
