package io.github.icatimgcif.adapter.web;

/**
 * Hosts that may be asked: {@code archive.example.org}, all below {@code *.example.org}, on a port of their own
 * {@code archive.example.org:8443}.
 *
 * @param host    name or address, in lower case and ASCII
 * @param isBelow whether it is the hosts whose names end in it after a dot, and not itself
 * @param port    1 to 65535; 0 for those of http and https, 80 and 443
 */
record HostPattern(String host, boolean isBelow, int port) {

    private static final int OF_THE_SCHEME = 0;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Reads what somebody configured.
     *
     * @throws IllegalArgumentException if it is none of the three
     */
    static HostPattern parse(String pattern) {
        String written = pattern.strip();
        boolean isBelow = written.startsWith("*.");
        try {
            WebAddress.Authority authority = WebAddress.Authority.split(isBelow ? written.substring(2) : written);
            String host = WebAddress.host(WebAddress.inAscii(authority.host()));
            if (isBelow && !host.contains(".")) {
                throw new NotAllowed("all hosts of a top level are too many");
            }
            return new HostPattern(host, isBelow, authority.port().orElse(OF_THE_SCHEME));
        } catch (NotAllowed e) {
            // Without the cause, which says all of it: a start that fails tells the innermost message.
            throw new IllegalArgumentException("'" + pattern
                    + "' names no hosts: write archive.example.org, *.example.org or archive.example.org:8443 ("
                    + e.why()
                    + ")");
        }
    }

    /** Whether a host is one of these, on this port. */
    boolean matches(String name, int itsPort) {
        boolean isHost = isBelow ? name.endsWith("." + host) : name.equals(host);
        boolean isPort = port == OF_THE_SCHEME ? itsPort == HTTP || itsPort == HTTPS : itsPort == port;
        return isHost && isPort;
    }
}
