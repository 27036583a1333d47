package io.github.icatimgcif.conversion.deadletter;

import io.github.icatimgcif.conversion.Unavailable;
import java.util.List;
import java.util.Optional;

/** Where messages are kept that announce no dataset. Every method throws {@link Unavailable} if they cannot be reached. */
public interface DeadLetters {

    /**
     * Keeps a message; when this returns, it will not be lost. The same message from the same place, as after a crash, is one letter
     * with one more attempt.
     *
     * @param reason what is wrong with it and what would be right
     */
    void keep(ReceivedMessage message, String reason);

    /**
     * Some letters, in the order of their numbers.
     *
     * @param after the number after which they begin; 0 for the first
     * @param most  how many at most
     */
    List<DeadLetter> list(DeadLetterFilter filter, long after, int most);

    /** How many letters there are. */
    long count(DeadLetterFilter filter);

    /** A letter by its number. */
    Optional<DeadLetter> find(long id);

    /** The message of a letter, with as much of its content as is kept. */
    Optional<ReceivedMessage> message(long id);

    /** Notes one more attempt that failed. */
    void noteAttempt(long id, String reason);

    /** Takes a letter out; false if there is none of this number. */
    boolean remove(long id);

    /** Takes letters out; how many. */
    long removeAll(DeadLetterFilter filter);
}
