package io.github.icatimgcif.backlog;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.collect.Archive;
import io.github.icatimgcif.conversion.collect.Archive.Stored;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out which of many datasets are on tape, with few questions: a group of which all are on disk is asked once, any other is
 * halved. What would need more questions than allowed is not asked, and counts as on disk.
 */
final class TapeSurvey {

    private static final int GROUP = 200;

    private final Archive archive;
    private int questions;

    /** @param questions how many may be asked */
    TapeSurvey(Archive archive, int questions) {
        this.archive = archive;
        this.questions = questions;
    }

    /** Those of these ids in the catalogue that are on tape, or on their way from it. */
    Set<Long> onTape(List<Long> ids) {
        Set<Long> found = new HashSet<>();
        try {
            for (int begin = 0; begin < ids.size(); begin += GROUP) {
                look(ids.subList(begin, Math.min(ids.size(), begin + GROUP)), found);
            }
        } catch (Unavailable silent) {
            // A plan is no reason to wait for an archive: each conversion asks it itself.
            questions = 0;
        }
        return found;
    }

    private void look(List<Long> ids, Set<Long> found) {
        if (questions <= 0) {
            return;
        }
        questions--;
        Stored stored = archive.whereAre(ids);
        boolean isAway = stored == Stored.ARCHIVED || stored == Stored.RESTORING;
        if (isAway && ids.size() == 1) {
            found.add(ids.get(0));
        } else if (isAway) {
            int half = ids.size() / 2;
            look(ids.subList(0, half), found);
            look(ids.subList(half, ids.size()), found);
        }
    }
}
