package io.github.icatimgcif.entrypoint.message;

import io.github.icatimgcif.conversion.Arrival;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import java.util.Optional;

/** Tries dead letters again, in the way that they came: read as at their door, and handed in under its name. */
public final class DeadLetterRetry {

    /** What came of it. */
    public enum Result {
        /** It announces a dataset, which is stored; the letter is gone. */
        ACCEPTED,
        /** It is known now what it is, and it is not for this service; the letter is gone. */
        PASSED_OVER,
        /** It still cannot be read; the letter stays, with the reason of today. */
        REFUSED
    }

    /**
     * What came of one letter.
     *
     * @param id          its number
     * @param result      what came of it
     * @param explanation the location of the dataset, what the message is, or what is wrong with it
     */
    public record Retried(long id, Result result, String explanation) {}

    private final DeadLetters letters;
    private final MessageReader reader;
    private final Intake intake;

    /** Retries. */
    public DeadLetterRetry(DeadLetters letters, MessageReader reader, Intake intake) {
        this.letters = letters;
        this.reader = reader;
        this.intake = intake;
    }

    /** Tries a letter again; empty if there is none of this number. */
    public Optional<Retried> retry(long id) {
        Optional<DeadLetter> letter = letters.find(id);
        if (letter.isPresent() && !letter.get().isWhole()) {
            return Optional.of(new Retried(
                    id,
                    Result.REFUSED,
                    "only the first " + letter.get().kept() + " of "
                            + letter.get().size() + " bytes were kept: send it again from where it came"));
        }
        return letters.message(id).map(message -> retry(id, message));
    }

    private Retried retry(long id, ReceivedMessage message) {
        MessageReading reading = reader.read(message.content(), message.headers());
        if (reading instanceof MessageReading.Readable readable) {
            try {
                // Accepted before it is removed: a crash between the two announces it twice, which does no harm.
                intake.accept(
                        readable.dataset(),
                        new Arrival(message.door(), SentTrail.of(message.headers(), readable.eventId())));
                letters.remove(id);
                return new Retried(id, Result.ACCEPTED, readable.dataset().location());
            } catch (IllegalArgumentException e) {
                return refused(id, String.valueOf(e.getMessage()));
            }
        }
        if (reading instanceof MessageReading.PassedOver passed) {
            letters.remove(id);
            return new Retried(id, Result.PASSED_OVER, passed.what());
        }
        return refused(id, ((MessageReading.Unreadable) reading).reason());
    }

    private Retried refused(long id, String reason) {
        letters.noteAttempt(id, reason);
        return new Retried(id, Result.REFUSED, reason);
    }
}
