package io.github.icatimgcif.entrypoint.api.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.collect.CatalogueFiles.Listed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManifestTest {

    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad | same size, same checksum",
                "3 | SHA256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD | same size, same checksum",
                "3 | 352441c2 | same size, same checksum",
                "3 | 352441c3 | differs in checksum",
                "4 | 352441c2 | differs in size",
                "3 | 900150983cd24fb0d6963f7d28e17f72 | same size, another kind of checksum",
                "3 | | same size, no checksum",
                " | 352441c2 | no size, same checksum"
            })
    void aFileIsHeldAgainstTheCatalogue(Long size, String checksum, String remark) {
        Manifest manifest = new Manifest();

        manifest.sent(
                "raw/a",
                3,
                SHA256,
                0x352441c2L,
                Optional.of(new Listed(90210, "a", "", Optional.ofNullable(size), Optional.ofNullable(checksum))));

        assertThat(manifest.table()).endsWith("\t" + remark + "\n");
    }

    @Test
    void aFileThatTheCatalogueDoesNotHaveIsToldAsSuch() {
        Manifest manifest = new Manifest();

        manifest.sent("raw/a", 3, SHA256, 0x352441c2L, Optional.empty());

        assertThat(manifest.table().lines().toList().get(1))
                .isEqualTo("raw/a\t3\t" + SHA256 + "\t-\t-\tdoes not have it");
        assertThat(manifest.checksums()).isEqualTo(SHA256 + "  raw/a\n");
    }

    @Test
    void theReadmeCannotBeMadeToSayMoreLines() {
        Readme readme = new Readme(
                "run\n01",
                "mx2532",
                "/data/run_01",
                Optional.empty(),
                "run_01.cif",
                true,
                "icat-imgcif",
                Optional.of(3),
                77,
                List.of());

        assertThat(readme.text())
                .startsWith("Dataset run 01, proposal mx2532\n")
                .contains("3 files with 77 bytes");
    }
}
