package io.github.icatimgcif.conversion.overview;

import java.util.List;

/** Whether what all datasets need answers, as the conversions of this instance found it. */
@FunctionalInterface
public interface RemoteStates {

    /** All of it, the catalogue first. */
    List<RemoteState> now();
}
