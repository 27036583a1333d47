package io.github.icatimgcif.entrypoint.scan;

import io.github.icatimgcif.conversion.collect.DatasetFolders.Walk;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a scan has come.
 *
 * @param id          its id
 * @param state       {@code running}, {@code done}, {@code failed}, or {@code died} where its service ended while it ran
 * @param found       datasets that lie there
 * @param added       those of them that nobody had announced, and that are announced now, unless it is a dry run
 * @param known       those that are known already, whatever became of them
 * @param folders     folders that were looked into
 * @param unreadable  folders that could not be looked into, see the log
 * @param explanation why it failed or died; empty text if it did not
 * @param told        when this was said, ISO 8601; one that runs says it again every few seconds
 */
public record ScanReport(
        String id,
        String state,
        long found,
        long added,
        long known,
        long folders,
        long unreadable,
        String explanation,
        String told) {

    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String DIED = "died";

    ScanReport with(long newFound, long newAdded, String at) {
        return new ScanReport(
                id,
                state,
                found + newFound,
                added + newAdded,
                known + newFound - newAdded,
                folders,
                unreadable,
                explanation,
                at);
    }

    ScanReport done(Walk walk, String at) {
        return new ScanReport(id, DONE, found, added, known, walk.folders(), walk.unreadable(), "", at);
    }

    ScanReport told(String at) {
        return new ScanReport(id, state, found, added, known, folders, unreadable, explanation, at);
    }

    /** What it is for whoever asks so late: a scan that runs and says nothing has died with its service. */
    ScanReport heardAt(Instant now, Duration silence) {
        if (!state.equals(RUNNING) || Instant.parse(told).plus(silence).isAfter(now)) {
            return this;
        }
        String why = "the service ended while it scanned, and was last heard of at " + told + ": begin it again";
        return new ScanReport(id, DIED, found, added, known, folders, unreadable, why, told);
    }

    ScanReport failed(String why, String at) {
        return new ScanReport(id, FAILED, found, added, known, folders, unreadable, why, at);
    }
}
