package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifSelection;
import io.github.icatimgcif.cif.CifSelection.Until;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import io.github.icatimgcif.judge.dictionary.DictionaryCheck;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.own.OwnTests;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Reads an imgCIF once and tells whether it is ready for a Raw Data Letter. */
public final class LetterCheck {

    private final CifDictionary dictionary;
    private final Evidence evidence;
    private final CifLimits limits;

    /**
     * A way to check.
     *
     * @param evidence what may be looked at besides the file
     * @param limits   how much of a file is read before it is refused
     */
    public LetterCheck(CifDictionary dictionary, Evidence evidence, CifLimits limits) {
        this.dictionary = dictionary;
        this.evidence = evidence;
        this.limits = limits;
    }

    /**
     * Checks a file.
     *
     * @param in its bytes; not closed
     * @throws IOException   if it cannot be read
     * @throws CifUnreadable if it is not CIF
     */
    public LetterReport check(InputStream in) throws IOException {
        DictionaryCheck held = new DictionaryCheck(dictionary, limits.keptBytes());
        List<DataBlock> blocks =
                new CifReader(limits).read(in, new CifSelection(LetterCheck::looksAt, Until.END_OF_FILE), held);
        return new LetterReport(Readiness.of(blocks, held.remarks(), evidence), RawDataTable.of(blocks));
    }

    private static boolean looksAt(String category) {
        String name = category.toLowerCase(Locale.ROOT);
        return OwnTests.looksAt(name)
                || name.equals("database")
                || name.equals("exptl_crystal")
                || name.equals("publ_contact_author")
                || name.startsWith("audit");
    }
}
