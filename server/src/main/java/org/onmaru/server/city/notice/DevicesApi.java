package org.onmaru.server.city.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.push.Language;
import org.onmaru.server.city.push.Pushes;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The browsers by which I am told.
@RestController
@RequestMapping("/api/v1/me/devices")
class DevicesApi {

    private final Access access;
    private final DeviceBook devices;
    private final Pushes pushes;

    DevicesApi(Access access, DeviceBook devices, Pushes pushes) {
        this.access = access;
        this.devices = devices;
        this.pushes = pushes;
    }

    /// @param mark SHA-256 of its address at the push service, base64url: a browser knows itself by it
    /// @param usedAt when it was told something last; null until then
    record DeviceAnswer(
            UUID id,
            String name,
            String mark,
            Instant addedAt,
            @Nullable Instant usedAt) {

        static DeviceAnswer of(Device device) {
            return new DeviceAnswer(
                    device.id(),
                    device.name(),
                    DevicesApi.mark(device.address().endpoint()),
                    device.addedAt(),
                    device.usedAt());
        }
    }

    /// As a browser's `PushSubscription` says it.
    record DeviceRequest(
            @NotNull String endpoint,
            @NotNull String p256dh,
            @NotNull String auth,
            @NotNull Language language) {}

    @GetMapping
    List<DeviceAnswer> listDevices() {
        return answer(self());
    }

    /// This browser from now on; the same again when it is there already.
    @PostMapping
    List<DeviceAnswer> addDevice(@Valid @RequestBody DeviceRequest body, HttpServletRequest request) {
        var person = self();
        var name = DeviceName.of(Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
        devices.put(person, name, body.language, pushes.address(body.endpoint, body.p256dh, body.auth));
        return answer(person);
    }

    @DeleteMapping("/{id}")
    List<DeviceAnswer> removeDevice(@PathVariable UUID id) {
        var person = self();
        devices.remove(person, id);
        return answer(person);
    }

    private List<DeviceAnswer> answer(PersonId person) {
        return devices.of(person).stream().map(DeviceAnswer::of).toList();
    }

    private PersonId self() {
        if (access.current() instanceof Actor.Person person) {
            return person.id();
        }
        throw new Denied(access.current(), Permission.SEE_INTERNAL);
    }

    private static String mark(String endpoint) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
