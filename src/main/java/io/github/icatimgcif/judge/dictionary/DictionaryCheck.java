package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.BlockTelling;
import io.github.icatimgcif.cif.CifCompound;
import io.github.icatimgcif.cif.CifEvents;
import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifName;
import io.github.icatimgcif.cif.CifProblem;
import io.github.icatimgcif.cif.CifScanner;
import io.github.icatimgcif.cif.CifSelection.Until;
import io.github.icatimgcif.cif.CifSpelling;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.dictionary.DictionaryRemarks.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a file against a dictionary while it is read: each data block, and each save frame as if it were one. Holds the values of
 * keys and links in memory, nothing else. What it tells agrees with what cif_validate of cod-tools tells; the few differences stand in
 * the table of the tests.
 */
public final class DictionaryCheck implements CifEvents {

    /** More than any collection of structures in one file has. */
    private static final int MOST_BLOCKS = 50_000;

    private final CifDictionary dictionary;
    private final long mostBytes;
    private final DictionaryRemarks remarks = new DictionaryRemarks();
    private final Set<String> blocks = new HashSet<>();
    private boolean whole;
    private Optional<BlockCheck> block = Optional.empty();
    private Optional<BlockCheck> frame = Optional.empty();

    /** A check that holds no more than so many bytes of keys and links of a data block. */
    public DictionaryCheck(CifDictionary dictionary, long mostBytes) {
        this.dictionary = dictionary;
        this.mostBytes = mostBytes;
    }

    /**
     * What is to be said of a file.
     *
     * @param in is not closed
     * @throws CifUnreadable if the file exceeds the limits
     */
    public static List<Remark> check(InputStream in, CifLimits limits, CifDictionary dictionary) throws IOException {
        DictionaryCheck check = new DictionaryCheck(dictionary, limits.keptBytes());
        CifScanner.scan(in, limits, Until.END_OF_FILE, check);
        return check.remarks();
    }

    /**
     * What is to be said of blocks in memory once they are a file; rows tell where, not lines.
     *
     * @param limits how many bytes of keys and links are held
     * @throws CifUnreadable if the blocks have more
     */
    public static List<Remark> check(List<DataBlock> blocks, CifLimits limits, CifDictionary dictionary) {
        DictionaryCheck check = new DictionaryCheck(dictionary, limits.keptBytes());
        BlockTelling.tell(blocks, check);
        return check.remarks();
    }

    /** Whether the file was read to its end: only then can it be said what is missing in it. */
    public boolean isWhole() {
        return whole;
    }

    @Override
    public void endOfFile() {
        whole = true;
    }

    /** What is to be said of the file, once it is read: first what is wrong in itself, block by block, then what is missing. */
    public List<Remark> remarks() {
        endOfBlock();
        return remarks.all();
    }

    @Override
    public void block(String name, int line, int column) {
        endOfBlock();
        block = Optional.of(new BlockCheck(dictionary, remarks, mostBytes));
        if (blocks.size() == MOST_BLOCKS) {
            throw new CifUnreadable(line, "a file of more than " + MOST_BLOCKS + " data blocks");
        }
        if (!blocks.add(name.toLowerCase(Locale.ROOT))) {
            remarks.add(
                    DictionaryRule.ONCE,
                    Place.of("", line),
                    "a second data block has the name " + DictionaryRemarks.shown(name),
                    "give each data block a name of its own");
        }
    }

    @Override
    public boolean frame(String name, int line, int column) {
        frame = Optional.of(new BlockCheck(dictionary, remarks, mostBytes));
        return true;
    }

    @Override
    public void endOfFrame() {
        frame.ifPresent(BlockCheck::end);
        frame = Optional.empty();
    }

    @Override
    public boolean pair(CifName name) {
        reading().pair(name);
        return true;
    }

    @Override
    public boolean loop(List<CifName> names, int line) {
        reading().loop(names, line);
        return true;
    }

    @Override
    public void value(CifSpelling spelling, String text, int line, int column) {
        reading().value(spelling, text, line);
    }

    @Override
    public void compound(CifCompound value, int line, int column) {
        reading().compound(value, line);
    }

    @Override
    public void problem(CifProblem problem) {
        remarks.add(
                DictionaryRule.SYNTAX,
                Place.of("", problem.line()),
                problem.what() + " (column " + problem.column() + ")",
                "");
    }

    private BlockCheck reading() {
        return frame.or(() -> block).orElseThrow();
    }

    private void endOfBlock() {
        endOfFrame();
        block.ifPresent(BlockCheck::end);
        block = Optional.empty();
    }
}
