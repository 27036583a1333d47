package io.github.icatimgcif.entrypoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.shared.SmallDictionary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksTest {

    private static final String FILE = "data_one\n_diffrn_radiation_wavelength.value 0.976223\n_diffrn.id DIFFRN1\n";

    @Test
    void aFileIsHeldAgainstTheDictionaryOfTheSite(@TempDir Path folder) throws IOException {
        SmallDictionary.writeTo(folder);
        String notDefined = "the dictionary does not define this item";

        assertThat(judgedBy(Dictionaries.shipped())).doesNotContain(notDefined);
        assertThat(judgedBy(Dictionaries.in(folder))).contains(notDefined);
    }

    private static String judgedBy(CifDictionary dictionary) throws IOException {
        CheckSettings settings = new CheckSettings(1000, 1000, 1000, 1, Duration.ofMinutes(1), 1000);
        return new Checks(new Versions("1", "1", "1"), settings, dictionary, Evidence.NONE)
                .check(
                        "one.cif",
                        new ByteArrayInputStream(FILE.getBytes(StandardCharsets.US_ASCII)),
                        CheckWish.USUAL,
                        Evidence.NONE)
                .report()
                .toString();
    }
}
