package io.github.icatimgcif.conversion.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers that hold for a short time, a bounded number of them, those that were used longest ago forgotten first. One that is asked
 * for by many at the same time is fetched once; one that could not be fetched is not remembered. Safe for threads.
 *
 * @param <K> what is asked
 * @param <V> what is answered
 */
final class Remembered<K, V> {

    private final long lifetime;
    private final int most;
    private final LongSupplier nanoseconds;
    private final Map<K, Answer<V>> answers = new LinkedHashMap<>(16, 0.75f, true);

    private record Answer<V>(long end, CompletableFuture<V> value) {}

    /**
     * Remembers nothing yet.
     *
     * @param nanoseconds a time that never steps back, as {@link System#nanoTime}
     */
    Remembered(Duration lifetime, int most, LongSupplier nanoseconds) {
        this.lifetime = lifetime.toNanos();
        this.most = most;
        this.nanoseconds = nanoseconds;
    }

    /** The answer that is remembered, else the one that is fetched now. */
    V of(K question, Supplier<V> fetch) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> present = claimed(question, mine);
        if (present != mine) {
            return joined(present);
        }
        try {
            V value = fetch.get();
            mine.complete(value);
            return value;
        } catch (RuntimeException e) {
            forget(question, mine);
            mine.completeExceptionally(e);
            throw e;
        } finally {
            if (!mine.isDone()) {
                forget(question, mine);
                mine.completeExceptionally(new IllegalStateException("the question was not answered"));
            }
        }
    }

    /** How many answers are remembered. */
    synchronized int size() {
        return answers.size();
    }

    private synchronized CompletableFuture<V> claimed(K question, CompletableFuture<V> mine) {
        long now = nanoseconds.getAsLong();
        Answer<V> present = answers.get(question);
        if (present != null && now - present.end() < 0) {
            return present.value();
        }
        answers.put(question, new Answer<>(now + lifetime, mine));
        if (answers.size() > most) {
            answers.remove(answers.keySet().iterator().next());
        }
        return mine;
    }

    private synchronized void forget(K question, CompletableFuture<V> failed) {
        Answer<V> present = answers.get(question);
        if (present != null && present.value() == failed) {
            answers.remove(question);
        }
    }

    private static <V> V joined(CompletableFuture<V> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
