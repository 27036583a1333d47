package io.github.icatimgcif.adapter.web;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an http or https URI leads to. Only what every program reads in the same way is one: a host that one takes for a name and
 * another for a number would be judged as the one and asked as the other.
 *
 * @param isSecure whether by https
 * @param host     name or canonical IPv4 address in lower case, or an IPv6 address in brackets
 * @param port     1 to 65535, also where the URI leaves it to the scheme
 * @param target   path and query as they are sent, beginning with a slash; without fragment
 */
record WebAddress(boolean isSecure, String host, int port, String target) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LONGEST = 4096;
    private static final int LONGEST_NAME = 253;
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

    /**
     * Reads a URI.
     *
     * @throws NotAllowed if it is none of http or https, or not one that is asked for
     */
    static WebAddress parse(String uri) {
        Optional<String> scheme = scheme(uri);
        if (scheme.isEmpty()) {
            throw new NotAllowed("a relative URI leads to no host; look for its file in a folder");
        }
        if (!scheme.get().equals("http") && !scheme.get().equals("https")) {
            throw new NotAllowed(
                    scheme.get().equals("file")
                            ? "a URI of scheme file leads to no host; look for its file in a folder"
                            : "only http and https are spoken, not " + shortened(scheme.get()));
        }
        return of(parsed(uri), scheme.get().equals("https"));
    }

    /**
     * What a redirect from here leads to.
     *
     * @throws NotAllowed if it cannot be asked for, or not as safely as from here
     */
    WebAddress redirected(String location) {
        WebAddress there = parse(parsed(toString()).resolve(parsed(location)).toString());
        if (isSecure && !there.isSecure) {
            throw new NotAllowed("a redirect from https to http is not followed");
        }
        return there;
    }

    /** Host and port as they are shown and listed; the port of the scheme is left out. */
    String site() {
        return port == (isSecure ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return (isSecure ? "https://" : "http://") + site() + target;
    }

    /** The scheme of a URI in lower case; empty if it is relative. */
    static Optional<String> scheme(String uri) {
        var matcher = SCHEME.matcher(uri);
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static URI parsed(String uri) {
        if (uri.length() > LONGEST) {
            throw new NotAllowed("a URI of more than " + LONGEST + " characters is not asked for");
        }
        if (!uri.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')) {
            throw new NotAllowed("a URI has only printable ASCII characters, others are written as %41, and no \\;"
                    + " one that has is not asked for");
        }
        try {
            return new URI(uri);
        } catch (URISyntaxException e) {
            throw new NotAllowed("what is no URI by RFC 3986 is not asked for", e);
        }
    }

    private static WebAddress of(URI uri, boolean isSecure) {
        if (uri.isOpaque() || uri.getRawAuthority() == null) {
            throw new NotAllowed("a URI without a host, as http:a.h5, is not asked for");
        }
        if (uri.getRawAuthority().contains("@")) {
            throw new NotAllowed(
                    "a URI with a user's name, as https://user@host/, is not asked for; leave the name away");
        }
        Authority authority = Authority.split(uri.getRawAuthority());
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        return new WebAddress(isSecure, host(authority.host), authority.port.orElse(isSecure ? HTTPS : HTTP), target);
    }

    /**
     * A host as it is listed and asked.
     *
     * @throws NotAllowed if it is no name, and no address in its usual form
     */
    static String host(String written) {
        String host = written.toLowerCase(Locale.ROOT);
        if (IPV6.matcher(host).matches() || IPV4.matcher(host).matches()) {
            return host;
        }
        String[] labels = host.split("\\.", -1);
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            throw new NotAllowed(
                    "an IPv4 address has four numbers of 0 to 255, as 192.0.2.1; others are not asked for");
        }
        for (String label : labels) {
            if (host.length() > LONGEST_NAME || !LABEL.matcher(label).matches()) {
                throw new NotAllowed(
                        "a host is a name of letters, digits and hyphens, as archive.example.org, without a dot at"
                                + " its end; others are not asked for");
            }
        }
        return host;
    }

    /** The same name in the letters of a URI: of bücher.example xn--bcher-kva.example. */
    static String inAscii(String name) {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static String shortened(String scheme) {
        return scheme.length() <= 20 ? scheme : scheme.substring(0, 20) + "...";
    }

    /** Host and port. */
    record Authority(String host, Optional<Integer> port) {

        private static final int LARGEST_PORT = 65535;
        private static final Pattern PARTS = Pattern.compile("(\\[[^\\]]*]|[^:]*)(:([0-9]{0,5}))?");

        static Authority split(String authority) {
            var matcher = PARTS.matcher(authority);
            if (!matcher.matches()) {
                throw new NotAllowed(
                        "a host may be followed by a port, as archive.example.org:8443; others are not asked for");
            }
            String digits = matcher.group(3);
            if (digits == null || digits.isEmpty()) {
                return new Authority(matcher.group(1), Optional.empty());
            }
            int port = Integer.parseInt(digits);
            if (port < 1 || port > LARGEST_PORT) {
                throw new NotAllowed("a port is a number of 1 to " + LARGEST_PORT + "; others are not asked for");
            }
            return new Authority(matcher.group(1), Optional.of(port));
        }
    }
}
