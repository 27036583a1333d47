package io.github.icatimgcif.adapter.icat;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * How to reach an ICAT server.
 *
 * @param base           its REST interface ({@code https://icat.example.org/icat}), without a query; a slash at the end is dropped
 * @param plugin         mnemonic of the authenticator ({@code db}, {@code simple}, {@code ldap})
 * @param credentials    what the authenticator asks for, by key ({@code username}, {@code password})
 * @param connectTimeout longest wait for a connection
 * @param readTimeout    longest wait for a whole answer; a server that lost its database needs 10 s to say so
 * @param trust          whose certificates are believed over https
 */
public record IcatAccess(
        URI base,
        String plugin,
        Map<String, String> credentials,
        Duration connectTimeout,
        Duration readTimeout,
        SSLContext trust) {

    /** Longest wait for a connection where nothing else is known. */
    public static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** Longest wait for an answer where nothing else is known. */
    public static final Duration USUAL_READ_TIMEOUT = Duration.ofSeconds(30);

    public IcatAccess {
        if (base.getHost() == null || base.getRawQuery() != null || base.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the address of ICAT has the form https://host/icat, without a user and without a query");
        }
        String text = base.toString();
        base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        credentials = Collections.unmodifiableMap(new LinkedHashMap<>(credentials));
    }

    /** Believes the certificates that the Java platform believes. */
    public IcatAccess(
            URI base, String plugin, Map<String, String> credentials, Duration connectTimeout, Duration readTimeout) {
        this(base, plugin, credentials, connectTimeout, readTimeout, platform());
    }

    /** The same with the usual timeouts. */
    public IcatAccess(URI base, String plugin, Map<String, String> credentials) {
        this(base, plugin, credentials, USUAL_CONNECT_TIMEOUT, USUAL_READ_TIMEOUT);
    }

    private static SSLContext platform() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** Address and authenticator; of the credentials only the keys. */
    @Override
    public String toString() {
        return "IcatAccess[" + base + ", " + plugin + ", credentials " + credentials.keySet() + "]";
    }
}
