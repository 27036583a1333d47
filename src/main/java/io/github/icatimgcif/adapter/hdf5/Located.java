package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.experiment.FrameLocations;
import java.util.List;

/**
 * Where frames lie.
 *
 * @param frames  the runs in the order of the scan; also of files that are not there, if the frames in them can be counted
 * @param missing what is not there, one sentence each
 * @param hasGap  whether frames follow after some that are missing, so that their places in the row are not their numbers
 * @param parts   the data sets that were linked to one by one
 */
public record Located(FrameLocations frames, List<String> missing, boolean hasGap, LinkedParts parts) {

    public Located {
        missing = List.copyOf(missing);
    }
}
