package io.github.icatimgcif.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.deadletter.DeadLetterFilter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What doors to a bus keep besides: nobody hears their answer, so what cannot be read becomes a dead letter. */
abstract class BusDoorContract extends DoorContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where the door's messages stand: the topic or the queue. */
    abstract String origin();

    /** Whether the bus hands over the very bytes. */
    boolean keepsTheBytesOf(byte[] content) {
        return true;
    }

    @Override
    final String refusal(byte[] content) throws IOException {
        DeadLetter letter = letterOf(content);
        if (keepsTheBytesOf(content)) {
            assertThat(deadLetters.message(letter.id()).orElseThrow().content()).isEqualTo(content);
        }
        return letter.reason();
    }

    @Test
    void aDeadLetterSaysWhereItCameFrom() throws IOException {
        DeadLetter letter = letterOf(shape().malformed());

        assertThat(letter.door()).isEqualTo(door());
        assertThat(letter.origin()).startsWith(origin() + "/");
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.size()).isEqualTo(shape().malformed().length);
        assertThat(letter.isWhole()).isTrue();
        assertThat(letter.first()).isEqualTo(letter.last());
        assertThat(letter.versions().service()).isNotEmpty();
    }

    private DeadLetter letterOf(byte[] content) throws IOException {
        long last = lettersAfter(0).stream().mapToLong(DeadLetter::id).max().orElse(0);
        send("refused", content);
        await().atMost(PATIENCE).until(() -> !lettersAfter(last).isEmpty());
        assertThat(lettersAfter(last)).hasSize(1);
        return lettersAfter(last).get(0);
    }

    private List<DeadLetter> lettersAfter(long id) {
        return deadLetters.list(
                new DeadLetterFilter(Optional.of(door()), Optional.empty(), Optional.empty()), id, 1000);
    }
}
