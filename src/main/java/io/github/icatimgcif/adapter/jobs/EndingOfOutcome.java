package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides what an outcome means for the dataset: done, or to be tried again. */
final class EndingOfOutcome {

    // A restart or a failover interrupts what runs; who takes the service along so often in a row is the cause of it.
    private static final int MOST_INTERRUPTIONS = 10;

    private final int errorRetries;

    /** @param errorRetries how often a conversion that ended by an error of ours is tried again */
    EndingOfOutcome(int errorRetries) {
        this.errorRetries = errorRetries;
    }

    /** The conversion of this entry came to an outcome. */
    Ending of(Conversion conversion, Patience patience, JournalEntry entry) {
        Outcome outcome = conversion.outcome();
        if (outcome instanceof Outcome.Registered) {
            return last(conversion, DatasetState.REGISTERED, "");
        }
        if (outcome instanceof Outcome.Unchanged) {
            return last(conversion, DatasetState.UNCHANGED, "");
        }
        if (outcome instanceof Outcome.Refused refused) {
            return refused(conversion, refused, entry);
        }
        if (outcome instanceof Outcome.Skipped skipped) {
            return last(conversion, DatasetState.SKIPPED, skipped.reason());
        }
        if (outcome instanceof Outcome.Postponed postponed) {
            return postponed(conversion, postponed, patience, entry);
        }
        if (outcome instanceof Outcome.HandedOver handedOver) {
            return new Ending(
                    conversion,
                    DatasetState.REGISTERING,
                    handedOver.cause(),
                    Optional.of(WaitsFor.CONFIRMATION),
                    false);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return last(conversion, DatasetState.FAILED, failed.cause());
        }
        throw new IllegalStateException("an outcome nobody told the jobs of: " + outcome);
    }

    /** Something outside did not answer, or denied this dataset to us: tried again as what was found out to be missing is. */
    Ending unavailable(WaitsFor what, String cause, Patience patience, JournalEntry entry) {
        Outcome.Postponed postponed = new Outcome.Postponed(what, cause);
        return postponed(without(postponed), postponed, patience, entry);
    }

    /** An error of ours: tried again a few times, as it may be one of the moment. */
    Ending broken(Throwable error, JournalEntry entry) {
        String cause = "an error of this service, see its log: " + error;
        boolean again = entry.failures() < errorRetries;
        return new Ending(
                without(new Outcome.Failed(cause)),
                again ? DatasetState.POSTPONED : DatasetState.FAILED,
                cause,
                again ? Optional.of(WaitsFor.SERVICE) : Optional.empty(),
                true);
    }

    /** The service ended again and again while it converted this dataset: not tried again, lest it never does anything else. */
    Optional<Ending> interrupted(JournalEntry entry) {
        if (entry.interruptions() < MOST_INTERRUPTIONS) {
            return Optional.empty();
        }
        String cause = "this service ended " + entry.interruptions()
                + " times in a row while it converted this dataset: look for what ended it, as the memory that it may"
                + " use; then announce the dataset again";
        return Optional.of(last(without(new Outcome.Failed(cause)), DatasetState.FAILED, cause));
    }

    /** What a dataset itself lacks has a deadline; what all lack says nothing about the dataset and is waited for. */
    private static Ending postponed(
            Conversion conversion, Outcome.Postponed postponed, Patience patience, JournalEntry entry) {
        WaitsFor what = postponed.what();
        boolean isRegistered = entry.registration().isPresent();
        // A new mapping concerns a whole archive; nothing of it is to be brought back for that.
        if (isRegistered && what == WaitsFor.TAPE) {
            return stays(conversion, postponed.cause());
        }
        if (!what.isOfDataset() || patience.lastsFor(what)) {
            return waiting(conversion, what, postponed.cause());
        }
        String cause = postponed.cause() + " (given up after " + patience.deadline(what) + ")";
        // Facts of a dataset may change long after its raw data went; what was registered of them is as good as before.
        return isRegistered && (what == WaitsFor.DATA || what == WaitsFor.PERMISSION)
                ? stays(conversion, cause)
                : last(conversion, DatasetState.FAILED, cause);
    }

    /** Retention may take the raw files and leave the folder: what was registered while they were there is as good as before. */
    private static Ending refused(Conversion conversion, Outcome.Refused refused, JournalEntry entry) {
        String errors = errorsIn(refused.findings());
        return refused.isGone() && entry.registration().isPresent()
                ? stays(conversion, errors)
                : last(conversion, DatasetState.REFUSED, errors);
    }

    private static Ending stays(Conversion conversion, String cause) {
        return last(conversion, DatasetState.UNCHANGED, "its registration stays as it was: " + cause);
    }

    private static Ending waiting(Conversion conversion, WaitsFor what, String cause) {
        DatasetState state = what.isOfDataset() ? DatasetState.WAITING : DatasetState.POSTPONED;
        return new Ending(conversion, state, cause, Optional.of(what), false);
    }

    private static Ending last(Conversion conversion, DatasetState state, String cause) {
        return new Ending(conversion, state, cause, Optional.empty(), false);
    }

    private static Conversion without(Outcome outcome) {
        return new Conversion(outcome, List.of(), List.of(), Optional.empty());
    }

    private static String errorsIn(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isError)
                .map(finding -> finding.subject() + ": " + finding.message())
                .collect(Collectors.joining("; "));
    }
}
