package io.github.icatimgcif.adapter.icat;

import java.util.Locale;

/** Hears of each call to a server of ICAT, for metrics and traces. */
@FunctionalInterface
public interface IcatCalls {

    /** Nobody listens. */
    IcatCalls UNHEARD = operation -> end -> {};

    /** How a call ended. */
    enum End {
        /** The server did what it was asked. */
        ANSWERED,
        /** The server would not. */
        REFUSED,
        /** There was no answer in time, or one that shows the server in trouble. */
        UNAVAILABLE;

        /** Its name in metrics and traces. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static End of(IcatAnswer answer) {
            if (answer.isSuccess()) {
                return ANSWERED;
            }
            return answer.status() < FIRST_OF_SERVER_ERRORS ? REFUSED : UNAVAILABLE;
        }
    }

    /** First of the HTTP statuses by which a server says that it is in trouble. */
    int FIRST_OF_SERVER_ERRORS = 500;

    /** A call that is under way. */
    @FunctionalInterface
    interface Call {
        /** It ended; told once, by the thread that began it. */
        void ended(End end);
    }

    /** A call begins. */
    Call begin(IcatOperation operation);
}
