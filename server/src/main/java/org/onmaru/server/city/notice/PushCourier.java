package org.onmaru.server.city.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import org.onmaru.server.city.notice.Delivery.Fault;
import org.onmaru.server.city.push.PushMessage;
import org.onmaru.server.city.push.PushOutcome;
import org.onmaru.server.city.push.Pushes;

/// All of a person's devices at once: sent when one of them took it.
final class PushCourier implements Courier {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final DeviceBook devices;
    private final Pushes pushes;
    private final Clock clock;

    PushCourier(DeviceBook devices, Pushes pushes, Clock clock) {
        this.devices = devices;
        this.pushes = pushes;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.PUSH;
    }

    @Override
    public Outcome send(Parcel parcel, Contact contact) {
        boolean taken = false;
        var failed = new ArrayList<Outcome.Failed>();
        for (var device : devices.of(parcel.person())) {
            switch (pushes.send(device.address(), message(parcel, device))) {
                case PushOutcome.Taken() -> {
                    taken = true;
                    devices.used(device, clock.instant());
                }
                case PushOutcome.Gone() -> devices.gone(device);
                case PushOutcome.Later(var after) -> failed.add(new Outcome.Failed(Fault.REFUSED, after));
                case PushOutcome.Refused() -> failed.add(new Outcome.Failed(Fault.REFUSED));
                case PushOutcome.Unreachable() -> failed.add(new Outcome.Failed(Fault.UNREACHABLE));
                case PushOutcome.Unsure() -> failed.add(new Outcome.Failed(Fault.UNSURE));
            }
        }
        return taken
                ? new Outcome.Taken(Carrier.PUSH_SERVICE)
                : failed.stream()
                        .min(Comparator.comparing(Outcome.Failed::after))
                        .orElseGet(() -> new Outcome.Failed(Fault.NO_ADDRESS));
    }

    private PushMessage message(Parcel parcel, Device device) {
        var brief = parcel.notice().brief();
        var left = Duration.between(clock.instant(), brief.until());
        return new PushMessage(
                device.language().pick(brief.title(), brief.titleEn()),
                device.language().pick(brief.text(), brief.textEn()),
                brief.path(),
                device.language(),
                parcel.occasion(),
                left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    }
}
