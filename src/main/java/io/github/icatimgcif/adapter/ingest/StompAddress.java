package io.github.icatimgcif.adapter.ingest;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * A broker.
 *
 * @param host   its name
 * @param port   where it speaks STOMP
 * @param secure whether over TLS
 */
public record StompAddress(String host, int port, boolean secure) {

    private static final int USUAL_PORT = 61613;

    /**
     * Reads {@code stomp://mq-01.example.org:61613,stomp+ssl://mq-02.example.org:61612}; the first one that answers is used.
     *
     * @throws IllegalArgumentException if it says something else
     */
    public static List<StompAddress> parse(String urls) {
        return Arrays.stream(urls.split(",", -1)).map(StompAddress::one).toList();
    }

    private static StompAddress one(String url) {
        URI uri = URI.create(url.strip());
        boolean secure = "stomp+ssl".equals(uri.getScheme());
        if (uri.getHost() == null || (!secure && !"stomp".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "imgcif.ingest.url is stomp://host:61613 or stomp+ssl://host:61612, several joined by commas, not "
                            + url);
        }
        return new StompAddress(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort(), secure);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
