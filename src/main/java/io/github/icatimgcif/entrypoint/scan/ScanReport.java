package io.github.icatimgcif.entrypoint.scan;

import io.github.icatimgcif.conversion.collect.DatasetFolders.Walk;

/**
 * How far a scan has come.
 *
 * @param id          its id
 * @param state       {@code running}, {@code done} or {@code failed}; one that says for long that it runs was ended with its service
 * @param found       datasets that lie there
 * @param added       those of them that nobody had announced, and that are announced now, unless it is a dry run
 * @param known       those that are known already, whatever became of them
 * @param folders     folders that were looked into
 * @param unreadable  folders that could not be looked into, see the log
 * @param explanation why it failed; empty text if it did not
 * @param told        when this was said, ISO 8601
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

    ScanReport failed(String why, String at) {
        return new ScanReport(id, FAILED, found, added, known, folders, unreadable, why, at);
    }
}
