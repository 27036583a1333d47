package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.judge.file.CheckedFile;
import io.github.icatimgcif.judge.file.FileCheck;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.letter.LetterReport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Judges files for requests: a few at a time, each within a time and a memory. */
@Singleton
public final class Checks {

    private static final int LONGEST_VALUE = 1 << 20;
    private static final long MOST_VALUES = 100_000_000;

    private final String judge;
    private final CifLimits limits;
    private final BoundedWork work;

    Checks(Versions versions, CheckSettings settings) {
        this.judge = "icat-imgcif " + versions.service();
        this.limits = new CifLimits(LONGEST_VALUE, MOST_VALUES, settings.keptBytes());
        this.work = new BoundedWork(settings.atOnce(), settings.longest());
    }

    /** What judges, with its version. */
    String judge() {
        return judge;
    }

    /** Does something that takes a check's worth of time and memory. */
    <T> T done(Callable<T> check) throws IOException {
        return work.done(check);
    }

    /** Judges a file by its words alone, with what a letter needs of it kept; to be called within {@link #done}. */
    CheckedFile check(String name, InputStream in, CheckWish wish) throws IOException {
        return new FileCheck(
                        wish.tests(),
                        wish.withDictionary() ? Optional.of(Dictionaries.shipped()) : Optional.empty(),
                        Evidence.NONE,
                        limits)
                .keeping(LetterReport::looksAt)
                .check(name, in);
    }
}
