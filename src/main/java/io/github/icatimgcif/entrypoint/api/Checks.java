package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
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
    private final CifDictionary dictionary;
    private final Evidence network;

    Checks(Versions versions, CheckSettings settings, CifDictionary dictionary, Evidence network) {
        this.dictionary = dictionary;
        this.network = network;
        this.judge = "icat-imgcif " + versions.service();
        this.limits = new CifLimits(LONGEST_VALUE, MOST_VALUES, settings.keptBytes());
        this.work = new BoundedWork(settings.atOnce(), settings.longest());
    }

    /** What judges, with its version. */
    String judge() {
        return judge;
    }

    /** What may be asked over the network, of the hosts that are configured; nothing if none are. */
    Evidence network() {
        return network;
    }

    /**
     * Does something that takes a check's worth of time and memory.
     *
     * @throws IOException what it throws
     * @throws jakarta.ws.rs.WebApplicationException with the answer, if there is no room for it or it does not end in time
     */
    public <T> T done(Callable<T> check) throws IOException {
        return work.done(check);
    }

    /**
     * Judges a file, with what a letter needs of it kept; to be called within {@link #done}.
     *
     * @param evidence what may be looked at besides its words
     */
    CheckedFile check(String name, InputStream in, CheckWish wish, Evidence evidence) throws IOException {
        return new FileCheck(
                        wish.tests(),
                        wish.withDictionary() ? Optional.of(dictionary) : Optional.empty(),
                        evidence,
                        limits)
                .keeping(LetterReport::looksAt)
                .check(name, in);
    }
}
