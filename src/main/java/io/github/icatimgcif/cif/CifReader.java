package io.github.icatimgcif.cif;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads CIF 1.1 and CIF 2.0 into data blocks: names in any case, lines ended by CR, LF or CRLF, UTF-8 with Latin-1 where it is
 * not that, texts of folded or prefixed lines joined again, numbers with the digits they have.
 *
 * <p>Binary sections are read as their header ({@link BinarySection}) and passed over by their size. Save frames, names that
 * have no point and therefore no category, and categories that are not asked for are checked and left out. Lists and tables of
 * CIF 2.0 are refused in a category that is asked for. Holds no more than the values it returns, as bytes.
 */
public final class CifReader {

    private final CifLimits limits;
    private final boolean wholeNames;

    /** A reader of files of the usual size. */
    public CifReader() {
        this(CifLimits.USUAL);
    }

    /** A reader of files within limits. */
    public CifReader(CifLimits limits) {
        this(limits, false);
    }

    private CifReader(CifLimits limits, boolean wholeNames) {
        this.limits = limits;
        this.wholeNames = wholeNames;
    }

    /** The same, which refuses a name that stands twice in a block also where its category is not asked for. */
    public CifReader refusingRepeatedNames() {
        return new CifReader(limits, true);
    }

    /**
     * All blocks of a file.
     *
     * @throws CifUnreadable if it is not CIF or exceeds the limits
     */
    public List<DataBlock> read(InputStream in) throws IOException {
        return read(in, CifSelection.EVERYTHING);
    }

    /**
     * The chosen part of a file.
     *
     * @param in is not closed, and may be read further than the part reaches
     * @return the blocks in the order of the file, also those without a chosen category; at least one
     * @throws CifUnreadable if it is not CIF as far as it is read, or exceeds the limits
     */
    public List<DataBlock> read(InputStream in, CifSelection selection) throws IOException {
        BlockCollector collector = new BlockCollector(selection, limits.keptBytes(), wholeNames);
        CifScanner.scan(in, limits, selection.until(), collector);
        return collector.blocks();
    }

    /**
     * The chosen part of a file, while another hears the whole of it in the same pass, also of what follows a mistake.
     *
     * @param listener hears everything, up to the limits
     * @throws CifUnreadable if it is not CIF, after the listener has heard all, or exceeds the limits
     */
    public List<DataBlock> read(InputStream in, CifSelection selection, CifEvents listener) throws IOException {
        BlockCollector collector = new BlockCollector(selection, limits.keptBytes(), wholeNames);
        BothHear both = new BothHear(collector, listener);
        CifScanner.scan(in, limits, selection.until(), both);
        both.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return collector.blocks();
    }
}
