package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.experiment.FrameLocation.Format;
import java.util.Optional;

/** A format of files in which headers of miniCBF stand. */
public interface MiniDialect {

    /** What people call such a file: {@code miniCBF}. */
    String label();

    /** The format of the files. */
    Format format();

    /**
     * What a file shows.
     *
     * @param head its beginning, as much of it as {@link MiniSeries} reads at first or, where that was not enough, more
     * @return empty if it is no such file, or if this is not enough of it
     * @throws io.github.icatimgcif.adapter.files.NotUsable if it is such a file and has no flat image
     */
    Optional<MiniImage> image(Head head);
}
