package io.github.icatimgcif.entrypoint.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a request was made by somebody at this machine, by his own will: not through a proxy that stands here, and not by a page of
 * somebody else in his browser, be it that it names another host that was led to this machine.
 */
final class LocalRequest {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip");

    // Each proxy adds those of them that its administrator thought of.
    private static final String BEGIN_OF_PROXIES = "x-forwarded-";

    private LocalRequest() {}

    static boolean is(HttpServerRequest request) {
        return fromThisMachine(request)
                && request.headers().names().stream().noneMatch(LocalRequest::isOfProxy)
                && request.authority() != null
                && isThisMachine(request.authority().host())
                && request.headers().getAll("Origin").stream().allMatch(LocalRequest::isOfThisMachine)
                && !isCrossSite(request);
    }

    /** Whether a browser says that a page of another site made it. */
    static boolean isCrossSite(HttpServerRequest request) {
        return request.headers().getAll("Sec-Fetch-Site").stream().anyMatch("cross-site"::equalsIgnoreCase);
    }

    /** Whether an origin is that of the host and port that were asked. */
    static boolean isOf(HostAndPort asked, String origin) {
        try {
            URI uri = URI.create(origin);
            if (uri.getHost() == null) {
                return false;
            }
            int port = uri.getPort() > 0 ? uri.getPort() : usualPort(uri);
            return uri.getHost().equalsIgnoreCase(asked.host())
                    && (asked.port() <= 0 ? port == usualPort(uri) : port == asked.port());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int usualPort(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
    }

    private static boolean isOfProxy(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return OF_PROXIES.contains(name) || name.startsWith(BEGIN_OF_PROXIES);
    }

    private static boolean fromThisMachine(HttpServerRequest request) {
        if (request.remoteAddress() == null || request.remoteAddress().hostAddress() == null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.remoteAddress().hostAddress()).isLoopbackAddress();
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }

    private static boolean isOfThisMachine(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && isThisMachine(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isThisMachine(String host) {
        return THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
    }
}
