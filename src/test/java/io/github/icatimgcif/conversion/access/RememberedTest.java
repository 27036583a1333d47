package io.github.icatimgcif.conversion.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RememberedTest {

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger fetched = new AtomicInteger();
    private final Remembered<String, Integer> remembered = new Remembered<>(Duration.ofSeconds(10), 3, time::get);

    @Test
    void anAnswerHoldsUntilItsTimeIsOver() {
        assertThat(remembered.of("a", fetched::incrementAndGet)).isEqualTo(1);
        time.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
        assertThat(remembered.of("a", fetched::incrementAndGet)).isEqualTo(1);
        time.addAndGet(1);
        assertThat(remembered.of("a", fetched::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whatWasUsedLongestAgoIsForgottenFirst() {
        for (String question : List.of("a", "b", "c", "a", "d")) {
            remembered.of(question, fetched::incrementAndGet);
        }

        assertThat(remembered.size()).isEqualTo(3);
        assertThat(remembered.of("a", fetched::incrementAndGet)).isEqualTo(1);
        assertThat(remembered.of("b", fetched::incrementAndGet)).isEqualTo(5);
    }

    @Test
    void aFailureIsNotRemembered() {
        assertThatThrownBy(() -> remembered.of("a", () -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");

        assertThat(remembered.of("a", fetched::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void manyWhoAskAtOnceHaveItFetchedOnce() throws Exception {
        CountDownLatch isFetched = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> remembered.of("a", () -> {
                    awaitQuietly(isFetched);
                    return fetched.incrementAndGet();
                })));
            }
            isFetched.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
