package io.github.icatimgcif.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.judge.file.FileCheck;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.image.Evidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The judge, whatever it is given. */
final class JudgedFiles {

    private JudgedFiles() {}

    /** All tests are made of a file, ours and those of checkImgCIF, and all of it is held against the dictionary. */
    static void everyTest(byte[] bytes) {
        for (Tests tests : Tests.values()) {
            FileReport report = report(tests, bytes);
            assertThat(report.blocks().isEmpty()).isEqualTo(report.notCif().isPresent());
        }
    }

    private static FileReport report(Tests tests, byte[] bytes) {
        try {
            return new FileCheck(tests, Optional.of(Dictionaries.shipped()), Evidence.NONE, CifLimits.USUAL)
                    .check("fuzzed", new ByteArrayInputStream(bytes))
                    .report();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
