package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.IcatStub;
import io.github.icatimgcif.icatstub.StubRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IcatSessionTest {

    @Test
    void nobodyLogsInBeforeTheFirstUse() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            assertThat(laboratory.stub.requests()).isEmpty();

            icat.datasets().find(Laboratory.announced());

            assertThat(logins(laboratory)).hasSize(1);
        }
    }

    @Test
    void theSessionIsRefreshedWhenHalfOfItsTimeIsOver() {
        TestClock clock = new TestClock();
        try (Laboratory laboratory = new Laboratory(IcatStub.start(clock, Duration.ofMinutes(120)))) {
            Icat icat = laboratory.client(Laboratory.names(Laboratory.facts(), false), clock);
            icat.health();
            clock.advance(Duration.ofMinutes(59));
            icat.health();
            assertThat(refreshes(laboratory)).isEmpty();

            clock.advance(Duration.ofMinutes(2));
            double minutes = icat.health();

            assertThat(refreshes(laboratory)).hasSize(1);
            assertThat(minutes).isEqualTo(120.0);
            assertThat(logins(laboratory)).hasSize(1);
        }
    }

    @Test
    void aSessionThatIcatForgotIsBegunAnewByOneThread() throws Exception {
        try (Laboratory laboratory = new Laboratory()) {
            Icat icat = laboratory.client();
            icat.health();
            laboratory.stub.forgetSessions();
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<Boolean>> found = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                found.add(threads.submit(() -> {
                    start.await();
                    return icat.datasets().find(Laboratory.announced()).isPresent();
                }));
            }

            start.countDown();
            for (Future<Boolean> one : found) {
                assertThat(one.get(20, TimeUnit.SECONDS)).isTrue();
            }
            threads.shutdown();

            assertThat(logins(laboratory)).hasSize(2);
        }
    }

    @Test
    void aSessionThatIsRefusedTwiceIsNoReasonToTryForEver() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.failNext(StubRequest::isSearch, Fault.SESSION_EXPIRED);
            laboratory.stub.failNext(StubRequest::isSearch, Fault.SESSION_EXPIRED);

            assertThatThrownBy(() -> laboratory.client().datasets().find(Laboratory.announced()))
                    .isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void wrongCredentialsAreNotTriedOverAndOver() {
        TestClock clock = new TestClock();
        try (Laboratory laboratory = new Laboratory(IcatStub.start(clock, Duration.ofMinutes(120)))) {
            Icat icat = new Icat(
                    laboratory.access("wrong", Duration.ofSeconds(10)),
                    Laboratory.names(Laboratory.facts(), false),
                    clock,
                    laboratory.pauses::add,
                    IcatCalls.UNHEARD);

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(icat::health)
                        .isInstanceOf(Unavailable.class)
                        .hasMessageContaining("does not let us in");
            }
            assertThat(logins(laboratory)).hasSize(1);
            clock.advance(Duration.ofMinutes(2));
            assertThatThrownBy(icat::health).isInstanceOf(Unavailable.class);

            assertThat(logins(laboratory)).hasSize(2);
        }
    }

    @Test
    void closingLogsOut() {
        try (Laboratory laboratory = new Laboratory()) {
            Icat icat = laboratory.client();
            icat.health();
            assertThat(laboratory.stub.sessionCount()).isEqualTo(1);

            icat.close();

            assertThat(laboratory.stub.sessionCount()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DATABASE_AWAY", "STARTING", "CUT"})
    void aServerInTroubleIsUnavailableAndNotWithoutDatasets(Fault fault) {
        try (Laboratory laboratory = new Laboratory()) {
            // The client of the JDK sends a GET that was cut off once more by itself.
            laboratory.stub.failNext(StubRequest::isSearch, fault);
            laboratory.stub.failNext(request -> request.isSearch() && fault == Fault.CUT, fault);

            assertThatThrownBy(() -> laboratory.client().datasets().find(Laboratory.announced()))
                    .isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void aServerThatDoesNotListenIsUnavailableUntilItDoes() {
        try (Laboratory laboratory = new Laboratory()) {
            Icat icat = laboratory.client();
            icat.health();
            laboratory.stub.pause();
            assertThatThrownBy(icat::health).isInstanceOf(Unavailable.class);

            laboratory.stub.resume();

            assertThat(icat.datasets().find(Laboratory.announced())).isPresent();
        }
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsUnavailable() {
        try (Laboratory laboratory = new Laboratory()) {
            CountDownLatch never = new CountDownLatch(1);
            laboratory.stub.onRequest(request -> {
                if (request.isSearch()) {
                    await(never);
                }
            });
            Icat icat = new Icat(
                    laboratory.access(IcatStub.PASSWORD, Duration.ofMillis(300)),
                    Laboratory.names(Laboratory.facts(), false),
                    Clock.systemUTC(),
                    laboratory.pauses::add,
                    IcatCalls.UNHEARD);

            assertThatThrownBy(() -> icat.datasets().find(Laboratory.announced()))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("did not answer GET entityManager");
            never.countDown();
        }
    }

    @Test
    void credentialsDoNotShow() {
        try (Laboratory laboratory = new Laboratory()) {
            assertThat(laboratory.access("canary-secret", Duration.ofSeconds(1)).toString())
                    .contains("username", "password")
                    .doesNotContain("canary-secret")
                    .doesNotContain(IcatStub.USER);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<StubRequest> logins(Laboratory laboratory) {
        return requests(laboratory, "POST");
    }

    private static List<StubRequest> refreshes(Laboratory laboratory) {
        return requests(laboratory, "PUT");
    }

    private static List<StubRequest> requests(Laboratory laboratory, String method) {
        return laboratory.stub.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().startsWith("/icat/session"))
                .toList();
    }
}
