package io.github.icatimgcif.entrypoint.renewal;

import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.Versions;

/**
 * Has datasets converted again that were last converted by another version of the service, of what is known (mapping, beamlines,
 * facility) or of the dictionary; refused ones too. An imgCIF that comes out the same stays as it is.
 *
 * <p>While services of two versions run side by side, as during an update, only those of the version that was started last ask for
 * this; else each would undo what the other has done.
 */
public final class OtherVersions {

    private static final String DOOR = "versions";
    private static final String IN_FORCE = "versions.in-force";

    private final KnownDatasets journal;
    private final Marks marks;
    private final Again again;
    private final Versions versions;
    private final int inLine;

    /**
     * Looks for what was not made by these versions.
     *
     * @param inLine how many datasets may wait to be converted, others included
     */
    public OtherVersions(KnownDatasets journal, Marks marks, Again again, Versions versions, int inLine) {
        this.journal = journal;
        this.marks = marks;
        this.again = again;
        this.versions = versions;
        this.inLine = inLine;
    }

    /** To be called when the service starts: its versions are in force from now on. */
    public void comeIntoForce() {
        marks.keep(IN_FORCE, versions.toString());
    }

    /** One round. */
    public void round() {
        int room = again.room(inLine);
        if (room > 0 && marks.read(IN_FORCE).filter(versions.toString()::equals).isPresent()) {
            again.announce(journal.madeByOtherThan(versions, room), DOOR);
        }
    }
}
