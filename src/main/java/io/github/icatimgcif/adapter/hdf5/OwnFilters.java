package io.github.icatimgcif.adapter.hdf5;

import io.jhdf.filter.FilterManager;

/** The filters that jHDF lacks, or has and undoes wrongly. */
final class OwnFilters {

    private static boolean registered;

    private OwnFilters() {}

    /** Makes them known to jHDF, in the place of its own. */
    static synchronized void register() {
        if (!registered) {
            FilterManager.addFilter(new BitshuffleFilter());
            FilterManager.addFilter(new ZstdFilter());
            registered = true;
        }
    }
}
