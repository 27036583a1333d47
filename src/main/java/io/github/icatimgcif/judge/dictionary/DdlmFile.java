package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifCompound;
import io.github.icatimgcif.cif.CifEvents;
import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifName;
import io.github.icatimgcif.cif.CifProblem;
import io.github.icatimgcif.cif.CifScanner;
import io.github.icatimgcif.cif.CifSelection.Until;
import io.github.icatimgcif.cif.CifSpelling;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.CifValue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A dictionary file as it stands: what its data block says of itself, and its frames, imports not followed. */
final class DdlmFile implements CifEvents {

    private final DdlmFrame head = new DdlmFrame("");
    private final List<DdlmFrame> frames = new ArrayList<>();
    private DdlmFrame reading = head;
    private List<CifName> names = List.of();
    private int at;

    private DdlmFile() {}

    /**
     * Reads a file.
     *
     * @throws CifUnreadable if it is not CIF
     */
    static DdlmFile read(Path file) throws IOException {
        DdlmFile read = new DdlmFile();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            CifScanner.scan(in, CifLimits.USUAL, Until.SECOND_BLOCK, read);
        }
        return read;
    }

    /** What stands before the frames. */
    DdlmFrame head() {
        return head;
    }

    /** The definitions, in the order of the file. */
    List<DdlmFrame> frames() {
        return frames;
    }

    @Override
    public void block(String name, int line, int column) {}

    @Override
    public boolean frame(String name, int line, int column) {
        reading = new DdlmFrame(name);
        frames.add(reading);
        return true;
    }

    @Override
    public void endOfFrame() {
        reading = head;
    }

    @Override
    public boolean pair(CifName name) {
        names = List.of(name);
        at = 0;
        return true;
    }

    @Override
    public boolean loop(List<CifName> columns, int line) {
        names = columns;
        at = 0;
        return true;
    }

    @Override
    public void value(CifSpelling spelling, String text, int line, int column) {
        boolean isBare = spelling == CifSpelling.BARE;
        add(new CifCompound.Single(
                isBare && text.equals("?")
                        ? CifValue.UNKNOWN
                        : isBare && text.equals(".") ? CifValue.INAPPLICABLE : CifValue.text(text)));
    }

    @Override
    public void compound(CifCompound value, int line, int column) {
        add(value);
    }

    @Override
    public void problem(CifProblem problem) {
        throw new CifUnreadable(problem.line(), problem.what());
    }

    private void add(CifCompound value) {
        reading.add(names.get(at).spelled(), value);
        at = (at + 1) % names.size();
    }
}
