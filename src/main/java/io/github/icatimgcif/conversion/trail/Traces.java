package io.github.icatimgcif.conversion.trail;

import java.util.Optional;

/** Tells whoever collects traces what is done when, for how long and for what. Tells nothing that a sender may keep secret. */
public interface Traces {

    /** Nobody traces; a trace of the sender goes on past this service. */
    Traces OFF = new Traces() {
        @Override
        public Step begin(String name, Optional<TraceParent> parent) {
            return Step.UNSEEN;
        }

        @Override
        public Step within(String name) {
            return Step.UNSEEN;
        }

        @Override
        public Optional<TraceParent> here() {
            return Optional.empty();
        }
    };

    /** Something that is done; it ends when it is closed, by the thread that began it. */
    interface Step extends AutoCloseable {

        /** Nobody looks. */
        Step UNSEEN = new Step() {
            @Override
            public void note(String what, String value) {
                // Nobody looks.
            }

            @Override
            public void failed() {
                // Nobody looks.
            }

            @Override
            public void close() {
                // Nobody looks.
            }
        };

        /** Notes a fact of it. */
        void note(String what, String value);

        /** It did not do what it was to do. */
        void failed();

        @Override
        void close();
    }

    /**
     * Something begins for an announcement that came from outside, or from another thread or service.
     *
     * @param parent its place in the trace; empty if a trace begins here
     */
    Step begin(String name, Optional<TraceParent> parent);

    /** A part begins of what this thread does; unseen if that is not traced. */
    Step within(String name);

    /** The place of what this thread does; empty if that is not traced. */
    Optional<TraceParent> here();
}
