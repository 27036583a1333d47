package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.IcatStub;
import io.github.icatimgcif.icatstub.StubRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

final class IcatSecretsTest {

    @Test
    void neitherPasswordNorSessionIdIsEverLoggedOrThrown() {
        Recorder recorder = new Recorder();
        Logger root = Logger.getLogger("");
        Logger ours = Logger.getLogger("io.github.icatimgcif");
        Level before = ours.getLevel();
        root.addHandler(recorder);
        ours.setLevel(Level.ALL);
        Set<String> sessions = new TreeSet<>();
        try (Laboratory laboratory = new Laboratory()) {
            for (Fault fault : Fault.values()) {
                laboratory.stub.failNext(StubRequest::isSearch, fault);
                laboratory.stub.failNext(StubRequest::isSearch, fault);
                recorder.watch(() -> laboratory.client().datasets().find(Laboratory.announced()));
                laboratory.stub.failNext(StubRequest::isWrite, fault);
                recorder.watch(() -> laboratory.client().catalogue().register(laboratory.request()));
            }
            Icat icat = laboratory.client();
            recorder.watch(icat::health);
            laboratory.stub.expireSessions();
            recorder.watch(icat::health);
            laboratory.stub.forgetSessions();
            icat.close();
            recorder.watch(() -> new Icat(
                            laboratory.access("wrong-" + IcatStub.PASSWORD, Duration.ofSeconds(1)),
                            Laboratory.names(Laboratory.facts(), false),
                            Clock.systemUTC(),
                            laboratory.pauses::add,
                            IcatCalls.UNHEARD)
                    .health());
            laboratory.stub.pause();
            recorder.watch(icat::health);
            laboratory.stub.requests().forEach(request -> {
                sessions.add(request.fields().getOrDefault("sessionId", ""));
                sessions.add(request.path().replaceFirst("/icat/(session|entityManager|properties|version)/?", ""));
            });
            sessions.remove("");
        } finally {
            root.removeHandler(recorder);
            ours.setLevel(before);
        }

        assertThat(sessions).hasSizeGreaterThan(5);
        assertThat(recorder.texts).hasSizeGreaterThan(10).anyMatch(text -> text.contains("logged in"));
        assertThat(recorder.texts)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(sessions)
                        .doesNotContain(IcatStub.PASSWORD)
                        .doesNotContain(URLEncoder.encode(IcatStub.PASSWORD, StandardCharsets.UTF_8))
                        .doesNotContain("sessionId="));
    }

    /** Keeps every log record, and every exception with its causes and their stack traces. */
    private static final class Recorder extends Handler {

        private final List<String> texts = Collections.synchronizedList(new ArrayList<>());

        void watch(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException thrown) {
                StringWriter trace = new StringWriter();
                thrown.printStackTrace(new PrintWriter(trace));
                texts.add(trace.toString());
            }
        }

        @Override
        public void publish(LogRecord logged) {
            // The JDK's own client and server tell all they send, to whoever turns their debugging on.
            boolean isOurs = String.valueOf(logged.getLoggerName()).startsWith("io.github.icatimgcif");
            if (!isOurs && logged.getLevel().intValue() < Level.INFO.intValue()) {
                return;
            }
            Object[] parameters = logged.getParameters();
            texts.add(logged.getMessage() + " " + (parameters == null ? "" : List.of(parameters)));
            Throwable thrown = logged.getThrown();
            if (thrown != null) {
                texts.add(thrown.toString());
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
