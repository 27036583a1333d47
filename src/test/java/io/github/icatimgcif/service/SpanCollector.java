package io.github.icatimgcif.service;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A collector of traces as a facility has one: takes spans by OTLP over HTTP, in protobuf, and keeps them. */
final class SpanCollector implements AutoCloseable {

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    /** A span; its attributes that are texts. */
    record Span(String trace, String id, String parent, String name, Map<String, String> attributes) {}

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    static SpanCollector start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SpanCollector collector = new SpanCollector(server);
        server.createContext("/", exchange -> {
            collector.requests.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
                collector.request(new Message(body));
            }
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return collector;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    /** Those of one trace, in the order in which they came. */
    List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    List<Span> all() {
        return List.copyOf(spans);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    // ExportTraceServiceRequest.resource_spans = 1, ResourceSpans.scope_spans = 2, ScopeSpans.spans = 2.
    private void request(Message request) {
        request.each(1, resource -> resource.each(2, scope -> scope.each(2, span -> spans.add(span(span)))));
    }

    // Span: trace_id = 1, span_id = 2, parent_span_id = 4, name = 5, attributes = 9.
    private static Span span(Message span) {
        Map<String, String> attributes = new LinkedHashMap<>();
        // KeyValue: key = 1, value = 2; AnyValue: string_value = 1.
        span.each(9, pair -> pair.each(2, value -> attributes.put(pair.text(1), value.text(1))));
        return new Span(span.hex(1), span.hex(2), span.hex(4), span.text(5), attributes);
    }

    /** A message of protobuf, as far as its parts that have a length. */
    private static final class Message {

        private final byte[] bytes;

        Message(byte[] bytes) {
            this.bytes = bytes;
        }

        private interface Taker {
            void take(Message part);
        }

        private interface Finder {
            void found(int field, byte[] content);
        }

        void each(int field, Taker taker) {
            parts((number, content) -> {
                if (number == field) {
                    taker.take(new Message(content));
                }
            });
        }

        String text(int field) {
            StringBuilder text = new StringBuilder();
            each(field, part -> text.append(new String(part.bytes, StandardCharsets.UTF_8)));
            return text.toString();
        }

        String hex(int field) {
            StringBuilder text = new StringBuilder();
            each(field, part -> text.append(HexFormat.of().formatHex(part.bytes)));
            return text.toString();
        }

        private void parts(Finder finder) {
            int[] place = {0};
            while (place[0] < bytes.length) {
                long key = number(place);
                switch ((int) (key & 7)) {
                    case 0 -> number(place);
                    case 1 -> place[0] += 8;
                    case 5 -> place[0] += 4;
                    case 2 -> {
                        int length = (int) number(place);
                        byte[] content = new byte[length];
                        System.arraycopy(bytes, place[0], content, 0, length);
                        place[0] += length;
                        finder.found((int) (key >>> 3), content);
                    }
                    default -> throw new IllegalStateException("no protobuf of version 3");
                }
            }
        }

        private long number(int[] place) {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[place[0]++];
                number |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }
}
