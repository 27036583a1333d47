package io.github.icatimgcif.adapter.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The only one who speaks HTTP here: one request, one answer. It follows no redirect, keeps no cookie, has no password, asks no
 * proxy, whatever environment and system properties say, repeats nothing and undoes no compression.
 */
final class WebClient {

    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_CONNECTIONS = 16;
    private static final int MOST_PER_HOST = 4;
    private static final TimeValue OLDEST_CONNECTION = TimeValue.ofSeconds(30);
    /** So much of an answer that nobody wants is read to keep the connection. */
    private static final int UNWANTED = 1024;

    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor clock;

    /** Opens no connection yet. */
    WebClient(WebSettings settings, JudgedNames names) {
        this.client = HttpClients.custom()
                .setConnectionManager(connections(settings, names))
                .setUserAgent(settings.userAgent())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
        this.clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "web-deadline");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    private static PoolingHttpClientConnectionManager connections(WebSettings settings, JudgedNames names) {
        Timeout connect = Timeout.ofMilliseconds(settings.connectTimeout().toMillis());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(connect)
                        .setTimeToLive(OLDEST_CONNECTION)
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_PER_HOST)
                .build();
    }

    /**
     * Asks for a file. A {@link Wish.Whole} one is written where it is to go if the answer is 200.
     *
     * @throws NotAllowed if the host is at an address that may not be asked
     * @throws NoAnswer   if there was no answer in time, or not the whole one, or the file is too large
     */
    Reply get(WebAddress address, Wish wish, Deadline deadline) {
        HttpGet request = request(address, wish, deadline);
        ScheduledFuture<?> cut = clock.schedule(request::cancel, deadline.millisecondsLeft(), TimeUnit.MILLISECONDS);
        try {
            return reply(request, client.executeOpen(host(address), request, HttpClientContext.create()), wish);
        } catch (AddressRefused e) {
            throw new NotAllowed(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new NoAnswer(why(e, address, deadline), e);
        } finally {
            cut.cancel(false);
        }
    }

    private static Reply reply(HttpGet request, ClassicHttpResponse response, Wish wish) throws IOException {
        boolean isAtEnd = false;
        try {
            isAtEnd = read(response, wish);
            return new Reply(
                    response.getCode(),
                    Optional.ofNullable(response.getFirstHeader("Location")).map(Header::getValue));
        } finally {
            if (!isAtEnd) {
                request.cancel(); // else closing would read on to the end, which an answer need not have
            }
            close(response);
        }
    }

    private static void close(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // what is wanted of the answer has been read, or its reading has failed before
        }
    }

    private static HttpGet request(WebAddress address, Wish wish, Deadline deadline) {
        HttpGet request = new HttpGet(URI.create(address.toString()));
        Timeout left = Timeout.ofMilliseconds(deadline.millisecondsLeft());
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(left)
                .setResponseTimeout(left)
                .setProtocolUpgradeEnabled(false)
                .build());
        request.setHeader("Accept-Encoding", "identity");
        if (wish instanceof Wish.FirstByte) {
            request.setHeader("Range", "bytes=0-0");
        }
        return request;
    }

    private static HttpHost host(WebAddress address) {
        String name = address.host().startsWith("[")
                ? address.host().substring(1, address.host().length() - 1)
                : address.host();
        return new HttpHost(address.isSecure() ? "https" : "http", name, address.port());
    }

    /** Whether the answer was read to its end. */
    private static boolean read(ClassicHttpResponse response, Wish wish) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return true;
        }
        InputStream body = entity.getContent();
        if (wish instanceof Wish.Whole whole && response.getCode() == 200) {
            long announced = entity.getContentLength();
            whole.take(body, announced < 0 ? OptionalLong.empty() : OptionalLong.of(announced));
            return true;
        }
        return body.readNBytes(UNWANTED).length < UNWANTED;
    }

    private static String why(IOException e, WebAddress address, Deadline deadline) {
        if (deadline.isOver()) {
            return address.site() + " does not answer in full within "
                    + deadline.whole().toSeconds() + " s";
        }
        if (e instanceof UnknownHostException) {
            return "the address of " + address.host() + " is not known";
        }
        String met = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ", " + e.getMessage());
        return e instanceof SSLException
                ? address.site() + " cannot be spoken to in secret: " + met
                : address.site() + " does not answer: " + met;
    }
}
