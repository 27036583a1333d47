package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class CircuitBreakerTest {

    private final AtomicLong nanoseconds = new AtomicLong(77);
    private final CircuitBreaker breaker = new CircuitBreaker(
            new CircuitBreaker.Settings(3, Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofMinutes(1), 20),
            nanoseconds::get);

    @Test
    void failuresOfDifferentWorkInARowOpenIt() {
        fail("/data/a", "no answer");
        fail("/data/b", "no answer");
        breaker.answered(admitted());
        fail("/data/c", "no answer");
        fail("/data/d", "no answer");
        var last = admitted();

        breaker.failed(last, "/data/e", "no answer within 30 s");

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(breaker.reason()).isEqualTo("no answer within 30 s");
        assertThat(breaker.enter()).isEqualTo(later(4));
    }

    @Test
    void onePieceOfWorkThatFailsAgainAndAgainOpensNothing() {
        for (int time = 0; time < 50; time++) {
            fail("/data/poison", "status 500");
        }

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void thoseThatAreSentAwayComeBackOneAfterTheOther() {
        open();

        for (int before = 0; before < 40; before++) {
            assertThat(breaker.enter()).isInstanceOf(CircuitBreaker.SentAway.class);
        }

        assertThat(breaker.enter()).isEqualTo(later(6));
    }

    @Test
    void afterThePauseOneTriesAndItsSuccessLetsAllIn() {
        open();
        pass(Duration.ofSeconds(4));

        var trial = admitted();
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.TRYING);
        assertThat(breaker.enter()).isInstanceOf(CircuitBreaker.SentAway.class);
        breaker.answered(trial);

        assertThat(breaker.enter()).isInstanceOf(CircuitBreaker.Ticket.class);
        assertThat(breaker.reason()).isEmpty();
    }

    @Test
    void aTryThatFailsMakesThePauseTwiceAsLongUpToTheLongest() {
        open();
        pass(Duration.ofSeconds(4));
        fail("/data/c", "no answer");
        assertThat(breaker.enter()).isEqualTo(later(8));

        pass(Duration.ofSeconds(8));
        fail("/data/c", "no answer");

        assertThat(breaker.enter()).isEqualTo(later(10));
    }

    @Test
    void aTryThatEndsWithoutHavingNeededItLetsTheNextTry() {
        open();
        pass(Duration.ofSeconds(4));
        var trial = admitted();

        breaker.left(trial);

        assertThat(breaker.enter()).isInstanceOf(CircuitBreaker.Ticket.class);
        assertThat(breaker.enter()).isInstanceOf(CircuitBreaker.SentAway.class);
    }

    @Test
    void workThatWasAdmittedBeforeItOpenedLetsNobodyInBesideTheOneThatTries() {
        var early = admitted();
        open();
        pass(Duration.ofSeconds(4));
        var trial = admitted();

        breaker.left(early);

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.TRYING);
        assertThat(breaker.enter()).isInstanceOf(CircuitBreaker.SentAway.class);
        breaker.answered(trial);
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void whatEarlierWorkMetNeitherOpensNorClosesItWhileOneTries() {
        var early = admitted();
        open();
        pass(Duration.ofSeconds(4));
        var trial = admitted();

        breaker.failed(early, "/data/early", "no answer within 30 s");
        breaker.answered(early);

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.TRYING);
        breaker.failed(trial, "/data/trial", "no answer");
        assertThat(breaker.enter()).isEqualTo(later(8));
    }

    @Test
    void theOneThatTriesLetsAllInWhenItIsAnsweredAndStillOpensItAlone() {
        open();
        pass(Duration.ofSeconds(4));
        var trial = admitted();

        breaker.answers(trial);

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(breaker.reason()).isEmpty();
        fail("/data/other", "no answer");
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        breaker.failed(trial, "/data/trial", "no answer to the registration");
        assertThat(breaker.enter()).isEqualTo(later(8));
    }

    @Test
    void anAnswerToWorkThatIsNotAtItsEndForgetsNoFailure() {
        fail("/data/a", "no answer");
        fail("/data/b", "no answer");
        var third = admitted();

        breaker.answers(third);
        breaker.failed(third, "/data/c", "no answer to the registration");

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void onceItAnsweredToTheEndTheOneThatTriedCountsAsAnyOther() {
        open();
        pass(Duration.ofSeconds(4));
        var trial = admitted();
        breaker.answers(trial);
        breaker.answered(admitted());

        breaker.failed(trial, "/data/trial", "no answer");

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void aTryThatDoesNotEndLetsTheNextTryAndKeepsItsSay() {
        open();
        pass(Duration.ofSeconds(4));
        var hanging = admitted();
        pass(Duration.ofSeconds(59));
        assertThat(breaker.enter()).isInstanceOf(CircuitBreaker.SentAway.class);

        pass(Duration.ofSeconds(1));
        var next = admitted();

        assertThat(breaker.enter()).isInstanceOf(CircuitBreaker.SentAway.class);
        breaker.left(hanging);
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.TRYING);
        breaker.answered(hanging);
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        breaker.answered(next);
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private void open() {
        fail("/data/a", "no answer");
        fail("/data/b", "no answer");
        fail("/data/c", "no answer");
    }

    private void fail(String work, String why) {
        breaker.failed(admitted(), work, why);
    }

    private CircuitBreaker.Ticket admitted() {
        return (CircuitBreaker.Ticket) breaker.enter();
    }

    private static CircuitBreaker.SentAway later(int seconds) {
        return new CircuitBreaker.SentAway(Duration.ofSeconds(seconds));
    }

    private void pass(Duration time) {
        nanoseconds.addAndGet(time.toNanos());
    }
}
