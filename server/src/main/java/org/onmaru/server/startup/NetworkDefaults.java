package org.onmaru.server.startup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// Turns `onmaru.listen` and `onmaru.tls.*` into the web server's own options; HTTP/2 comes with HTTPS.
///
/// Without HTTPS the server is for this machine only: cameras and microphones need HTTPS anyway, and passwords must
/// not travel in clear.
final class NetworkDefaults implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var mode = environment.getProperty("onmaru.tls.mode", "off").toLowerCase(Locale.ROOT);
        var options = new LinkedHashMap<String, Object>();
        // YAML reads a bare `off` as false
        boolean clear = mode.equals("off") || mode.equals("false");
        var listen = environment.getProperty("onmaru.listen");
        var address = StringUtils.hasText(listen) ? listen : environment.getProperty("server.address");
        if (clear && !StringUtils.hasText(address)) {
            address = "127.0.0.1";
        }
        if (clear && address != null && !isLoopback(address) && !isBehindHttps(environment)) {
            throw new StartRefused("HTTPS 없이는 이 컴퓨터에서만 쓸 수 있습니다. " + address
                    + "에서 받으려면 --tls self나 --tls 인증서 개인키를 주십시오. HTTPS를 맡는 프록시 뒤라면 onmaru.public-url을 https:// 주소로 정하십시오."
                    + " / Without HTTPS only this machine is served. To listen on " + address
                    + " give --tls self or --tls CERT KEY; behind a proxy that does HTTPS set onmaru.public-url to its"
                    + " https:// address.");
        }
        if (StringUtils.hasText(address)) {
            options.put("server.address", address);
        }
        switch (mode) {
            case "self" -> {
                var folder = Path.of(environment.getProperty("onmaru.data", "./data"), "tls");
                var authority = new OwnAuthority(folder, Clock.systemUTC());
                authority.renew();
                use(options, authority.certificate().toString(), authority.key().toString());
            }
            case "files" ->
                use(options, required(environment, "onmaru.tls.certificate"), required(environment, "onmaru.tls.key"));
            case "off", "false" -> {}
            default ->
                throw new StartRefused("onmaru.tls.mode는 off, self, files 가운데 하나여야 합니다: " + mode
                        + " / onmaru.tls.mode is one of off, self, files.");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("onmaru-network", options));
    }

    /// A name that nobody knows is not this machine.
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isBehindHttps(ConfigurableEnvironment environment) {
        var url = environment.getProperty("onmaru.public-url");
        return url != null && url.strip().toLowerCase(Locale.ROOT).startsWith("https://");
    }

    private static void use(Map<String, Object> options, String certificate, String key) {
        var bundle = "spring.ssl.bundle.pem.onmaru.";
        options.put(
                bundle + "keystore.certificate", Path.of(certificate).toUri().toString());
        options.put(bundle + "keystore.private-key", Path.of(key).toUri().toString());
        options.put(bundle + "reload-on-update", "true");
        options.put("server.ssl.bundle", "onmaru");
        // Apple's players want it for low-latency video. Never without HTTPS: a connection that is upgraded to HTTP/2
        // in clear text slips past the proxy in front, and with it past the headers the proxy sets.
        options.put("server.http2.enabled", "true");
    }

    private static String required(ConfigurableEnvironment environment, String name) {
        var value = environment.getProperty(name);
        if (!StringUtils.hasText(value)) {
            throw new StartRefused("onmaru.tls.mode가 files이면 " + name + "도 정해야 합니다. / " + "With onmaru.tls.mode=files, "
                    + name + " is needed too.");
        }
        return value;
    }
}
