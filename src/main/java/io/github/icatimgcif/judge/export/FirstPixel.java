package io.github.icatimgcif.judge.export;

/** What a full CBF of one detector element puts at index 0 of its surface axes. */
public enum FirstPixel {
    /** The centre of the first pixel, as the dictionary has it. dxtbx takes it for the corner and is half a pixel off. */
    CENTRE,
    /**
     * The outer corner of the first pixel, as the servers of PILATUS detectors write it and dxtbx reads it
     * ({@code DetectorFactory.imgCIF_H}).
     */
    CORNER
}
