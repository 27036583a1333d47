package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class CircuitBreakerTest {

    private final AtomicLong nanoseconds = new AtomicLong(77);
    private final CircuitBreaker breaker = new CircuitBreaker(
            new CircuitBreaker.Settings(3, Duration.ofSeconds(4), Duration.ofSeconds(10), 20), nanoseconds::get);

    @Test
    void failuresOfDifferentWorkInARowOpenIt() {
        breaker.failed("/data/a", "no answer");
        breaker.failed("/data/b", "no answer");
        breaker.answered();
        breaker.failed("/data/c", "no answer");
        breaker.failed("/data/d", "no answer");
        assertThat(breaker.enter()).isEmpty();

        breaker.failed("/data/e", "no answer within 30 s");

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(breaker.reason()).isEqualTo("no answer within 30 s");
        assertThat(breaker.enter()).contains(Duration.ofSeconds(4));
    }

    @Test
    void onePieceOfWorkThatFailsAgainAndAgainOpensNothing() {
        for (int time = 0; time < 50; time++) {
            breaker.failed("/data/poison", "status 500");
        }

        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void thoseThatAreSentAwayComeBackOneAfterTheOther() {
        open();

        for (int before = 0; before < 40; before++) {
            breaker.enter();
        }

        assertThat(breaker.enter()).contains(Duration.ofSeconds(6));
    }

    @Test
    void afterThePauseOneTriesAndItsSuccessLetsAllIn() {
        open();
        pass(Duration.ofSeconds(4));

        assertThat(breaker.enter()).isEmpty();
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.TRYING);
        assertThat(breaker.enter()).isPresent();
        breaker.answered();

        assertThat(breaker.enter()).isEmpty();
        assertThat(breaker.reason()).isEmpty();
    }

    @Test
    void aTryThatFailsMakesThePauseTwiceAsLongUpToTheLongest() {
        open();
        pass(Duration.ofSeconds(4));
        breaker.enter();
        breaker.failed("/data/c", "no answer");
        assertThat(breaker.enter()).contains(Duration.ofSeconds(8));

        pass(Duration.ofSeconds(8));
        breaker.enter();
        breaker.failed("/data/c", "no answer");

        assertThat(breaker.enter()).contains(Duration.ofSeconds(10));
    }

    @Test
    void aTryThatEndsWithoutHavingNeededItLetsTheNextTry() {
        open();
        pass(Duration.ofSeconds(4));
        breaker.enter();

        breaker.left();

        assertThat(breaker.enter()).isEmpty();
        assertThat(breaker.enter()).isPresent();
    }

    private void open() {
        breaker.failed("/data/a", "no answer");
        breaker.failed("/data/b", "no answer");
        breaker.failed("/data/c", "no answer");
    }

    private void pass(Duration time) {
        nanoseconds.addAndGet(time.toNanos());
    }
}
