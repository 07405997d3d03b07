package org.onmaru.server;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.NewPasswords;
import org.onmaru.server.city.identity.Permission;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Where `./onmaru reset-password` asks for a link: only the operator of this machine.
@RestController
class OperatorPasswordLinks {

    private final Access access;
    private final NewPasswords passwords;
    private final OwnAddress address;

    OperatorPasswordLinks(Access access, NewPasswords passwords, OwnAddress address) {
        this.access = access;
        this.passwords = passwords;
        this.address = address;
    }

    record PasswordLinkOrder(@NotNull String loginName) {}

    /// @param url the link with its secret, shown this once
    record PasswordLink(String url, String name, Instant expiresAt) {}

    @PostMapping("/api/v1/operator/password-links")
    PasswordLink makePasswordLink(@Valid @RequestBody PasswordLinkOrder order) {
        var actor = access.current();
        if (!(actor instanceof Actor.Operator)) {
            throw new Denied(actor, Permission.ADMINISTER);
        }
        var made = passwords.issue(order.loginName);
        return new PasswordLink(address.url() + "/reset?token=" + made.token(), made.name(), made.expiresAt());
    }
}
