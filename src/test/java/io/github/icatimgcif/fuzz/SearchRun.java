package io.github.icatimgcif.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;

/**
 * The search for new inputs, guided by what the code does with them. No build runs it: it is asked for by name, one reader at a
 * time, and what it finds is kept in {@code src/test/resources/fuzz}.
 *
 * <pre>
 *   JAZZER_FUZZ=1 mvn test -Dtest=SearchRun -Dfuzz.target=hdf5_objects
 * </pre>
 *
 * It begins with the inputs in {@code src/test/resources/io/github/icatimgcif/fuzz/SearchRunInputs/bytes}, if any, and with what
 * earlier searches left in {@code .cifuzz-corpus}.
 */
final class SearchRun {

    private static final FuzzTarget TARGET =
            FuzzTarget.valueOf(System.getProperty("fuzz.target", "hdf5_objects").toUpperCase(Locale.ROOT));

    @FuzzTest(maxDuration = "5m")
    void bytes(byte[] bytes) {
        TARGET.read(bytes);
    }
}
