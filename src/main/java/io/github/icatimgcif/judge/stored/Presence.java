package io.github.icatimgcif.judge.stored;

import java.util.Optional;

/** Whether the file of a URI is there, as far as that can be told. */
public sealed interface Presence {

    /** Why it is not to be had; empty if it is there. */
    Optional<String> reason();

    /** It is there. */
    record There() implements Presence {
        @Override
        public Optional<String> reason() {
            return Optional.empty();
        }
    }

    /**
     * It is not, or not for everybody.
     *
     * @param why what was met: "there is no file images/a_0001.cbf in /data"
     */
    record Missing(String why) implements Presence {
        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }

    /**
     * Nobody answered, or not to the question; another time it may be there.
     *
     * @param why what was met: "https://archive.example.org/a.h5: nobody answers within 30 s"
     */
    record Unanswered(String why) implements Presence {
        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }

    /**
     * Nobody was asked, because it may not be or cannot be.
     *
     * @param why what forbids it, in the same words for all URIs that it forbids: "only http and https are spoken, not rsync"
     */
    record NotAsked(String why) implements Presence {
        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }
}
