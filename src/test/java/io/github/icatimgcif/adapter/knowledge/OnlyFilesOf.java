package io.github.icatimgcif.adapter.knowledge;

import java.nio.file.Path;

/** The files of a facility without those that are shipped, for tests of other rooms. */
public final class OnlyFilesOf {

    private OnlyFilesOf() {}

    /** Those of a folder. */
    public static FacilityFiles folder(Path folder) {
        return FacilityFiles.onlyOf(folder);
    }
}
