package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.TlsTrouble;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The wire to ICAT's REST interface: HTTP/1.1 with kept connections, forms encoded by hand, no redirects. The JDK's client and
 * not the Quarkus one, because the latter writes addresses, which hold session ids, into its exceptions, and because the command
 * line uses this without starting Quarkus.
 */
final class IcatServer {

    /** Path with query; Payara reads request line and headers into 8 KiB and answers 400 beyond. */
    static final int LONGEST_TARGET = 8135;

    private final String base;
    private final Duration readTimeout;
    private final HttpClient client;
    private final IcatCalls calls;

    /**
     * Opens no connection yet.
     *
     * @param calls hears of each call
     */
    IcatServer(IcatAccess access, IcatCalls calls) {
        this.base = access.base().toString();
        this.readTimeout = access.readTimeout();
        this.calls = calls;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(access.trust())
                .connectTimeout(access.connectTimeout())
                .build();
    }

    /**
     * Sends a request and returns a success.
     *
     * @throws Unavailable if there was no answer in time, or one that shows the server in trouble; a write may have happened
     * @throws IcatRefusal if ICAT refused
     */
    IcatAnswer call(IcatCall call) {
        IcatAnswer answer = ask(call);
        if (!answer.isSuccess()) {
            throw IcatRefusal.of(call, answer);
        }
        return answer;
    }

    /**
     * Sends a request and returns whatever was answered.
     *
     * @throws Unavailable if there was no answer in time
     * @throws IcatRefusal if the request is too long to be sent
     */
    IcatAnswer ask(IcatCall call) {
        URI uri = URI.create(base + call.target());
        int length = uri.getRawPath().length()
                + (uri.getRawQuery() == null ? 0 : 1 + uri.getRawQuery().length());
        if (length > LONGEST_TARGET) {
            throw new IcatRefusal(
                    call,
                    IcatRefusal.Code.TOO_LONG,
                    "the query takes " + length + " characters; a web server in front of ICAT reads " + LONGEST_TARGET);
        }
        IcatCalls.Call begun = calls.begin(IcatOperation.of(call));
        IcatCalls.End end = IcatCalls.End.UNAVAILABLE;
        try {
            IcatAnswer answer = answer(call, request(call, uri));
            end = IcatCalls.End.of(answer);
            return answer;
        } finally {
            begun.ended(end);
        }
    }

    private HttpRequest request(IcatCall call, URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
        if (call.method().equals("POST")) {
            return request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(call.form(), StandardCharsets.US_ASCII))
                    .build();
        }
        return request.method(call.method(), BodyPublishers.noBody()).build();
    }

    private IcatAnswer answer(IcatCall call, HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            // Not the request's own timeout: that one ends with the headers, and a body may stall as well.
            HttpResponse<String> response = answer.get(readTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new IcatAnswer(response.statusCode(), response.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new Unavailable(
                    WaitsFor.CATALOGUE,
                    base + " did not answer " + call.title() + " within " + readTimeout.toSeconds() + " s",
                    late);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable(
                    WaitsFor.SERVICE, "interrupted while " + base + " was to answer " + call.title(), interrupted);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new Unavailable(
                    WaitsFor.CATALOGUE,
                    base + " cannot be reached (" + call.title() + "): "
                            + TlsTrouble.of(cause).orElse(cause.getClass().getSimpleName()),
                    cause);
        }
    }
}
