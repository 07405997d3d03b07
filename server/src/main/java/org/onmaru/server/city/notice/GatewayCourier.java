package org.onmaru.server.city.notice;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.onmaru.server.city.notice.Delivery.Fault;
import org.onmaru.server.city.notice.NoticeSettings.Gateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Text messages by the HTTP gateway of a provider: one request a message, anything but 2xx is a no.
final class GatewayCourier implements Courier {

    private static final Logger log = LoggerFactory.getLogger(GatewayCourier.class);

    private final Gateway gateway;
    private final HttpClient http;

    GatewayCourier(Gateway gateway) {
        this.gateway = gateway;
        // Redirections are not followed: the secret is for this address alone.
        this.http = HttpClient.newBuilder()
                .connectTimeout(gateway.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public Outcome send(Parcel parcel, Contact contact) {
        var text = parcel.notice().sms();
        var request = HttpRequest.newBuilder(gateway.url())
                .timeout(gateway.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        gateway.body(contact.mobile().replace("-", ""), text), StandardCharsets.UTF_8));
        if (!gateway.secret().isEmpty()) {
            request.header(gateway.header(), gateway.secret());
        }
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) {
                return new Outcome.Taken(Carrier.SMS_GATEWAY);
            }
            log.warn("the gateway refused text message {} with status {}", parcel.id(), status);
            return new Outcome.Failed(Fault.REFUSED);
        } catch (ConnectException | HttpConnectTimeoutException | SSLException e) {
            return failed(parcel, Fault.UNREACHABLE, e);
        } catch (IOException e) {
            return failed(parcel, Fault.UNSURE, e); // it may have arrived before the answer was lost
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(Fault.UNSURE);
        }
    }

    private static Outcome failed(Parcel parcel, Fault fault, IOException e) {
        log.warn(
                "text message {} was not sent: {} ({})",
                parcel.id(),
                fault,
                e.getClass().getSimpleName());
        return new Outcome.Failed(fault);
    }
}
