package org.onmaru.server.city.push;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which addresses this server writes to. They are given by strangers, so only known push services count.
final class PushHosts {

    private static final int LONGEST = 1_000;

    private final List<String> patterns;

    PushHosts(List<String> patterns) {
        this.patterns = patterns.stream()
                .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// The address when it may be written to.
    Optional<URI> accept(String endpoint) {
        if (endpoint.length() > LONGEST
                || endpoint.chars().anyMatch(letter -> letter <= ' ' || letter > '~' || letter == '\\')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(endpoint)).filter(this::isKnown);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// Whether a name that strangers may use leads to a machine that they may not reach. What has no address at all is
    /// for whoever connects to tell.
    boolean leadsInside(URI endpoint) {
        if (isTrusted(endpoint)) {
            return false;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(endpoint.getHost())).anyMatch(PushHosts::isInside);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isInside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc) // RFC 4193
                || isSharedByCarriers(address.getAddress());
    }

    /// 100.64.0.0/10, RFC 6598.
    private static boolean isSharedByCarriers(byte[] address) {
        return address.length == 4 && address[0] == 100 && (address[1] & 0xc0) == 0x40;
    }

    private boolean isKnown(URI endpoint) {
        if (endpoint.getHost() == null || endpoint.getRawUserInfo() != null || endpoint.getRawFragment() != null) {
            return false;
        }
        if (isTrusted(endpoint)) {
            return true;
        }
        var host = endpoint.getHost().toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(endpoint.getScheme())
                && (endpoint.getPort() == -1 || endpoint.getPort() == 443)
                && !isLiteral(host)
                && patterns.stream().anyMatch(pattern -> matches(pattern, host));
    }

    private boolean isTrusted(URI endpoint) {
        return patterns.contains((endpoint.getScheme() + "://" + endpoint.getRawAuthority()).toLowerCase(Locale.ROOT));
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.")
                ? host.length() > pattern.length() - 1 && host.endsWith(pattern.substring(1))
                : host.equals(pattern);
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+|.*\\.?0x[0-9a-f]+");
    }
}
