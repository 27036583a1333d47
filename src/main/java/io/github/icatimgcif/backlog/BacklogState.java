package io.github.icatimgcif.backlog;

import java.util.Locale;
import java.util.Optional;

/** How far a backlog is. */
public enum BacklogState {
    /** Its datasets are being looked for. */
    PLANNING,
    /** A dry run: they are found, and nothing is done with them. */
    PLANNED,
    /** They are handed over. */
    RUNNING,
    /** Nothing more is handed over until somebody says so. */
    PAUSED,
    /** Nothing more is handed over. */
    CANCELLED,
    /** Nothing is left to be done. */
    DONE,
    /** Its datasets could not be looked for. */
    FAILED;

    /**
     * The state after a command; the same where there is nothing to change.
     *
     * @return empty if the command makes no sense now
     */
    public Optional<BacklogState> after(Command command) {
        return switch (command) {
            case PAUSE -> when(this == RUNNING || this == PAUSED, PAUSED);
            case RESUME -> when(this == PLANNED || this == PAUSED || this == RUNNING, RUNNING);
            case CANCEL -> when(this != DONE && this != FAILED, CANCELLED);
            case RETRY ->
                when(this != PLANNING && this != PLANNED && this != FAILED, this == PAUSED ? PAUSED : RUNNING);
        };
    }

    /** Why a command makes no sense now, and what would. */
    public String refusal(Command command) {
        String now = "the backlog is " + name().toLowerCase(Locale.ROOT) + ", so that there is nothing to "
                + command.name().toLowerCase(Locale.ROOT);
        return now
                + switch (this) {
                    case PLANNING -> ": wait until its datasets are found, or cancel it";
                    case PLANNED -> ": it is a dry run, which resume begins";
                    case RUNNING, PAUSED -> "";
                    case CANCELLED -> ": begin another one of the same selection, which does only what is left";
                    case DONE -> ": retry hands those over again that failed";
                    case FAILED -> ": begin another one";
                };
    }

    private static Optional<BacklogState> when(boolean sense, BacklogState next) {
        return sense ? Optional.of(next) : Optional.empty();
    }
}
