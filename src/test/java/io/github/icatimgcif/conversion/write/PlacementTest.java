package io.github.icatimgcif.conversion.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.dataset.StoredDataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlacementTest {

    private static final String LOCATION = "/data/visitor/mx2532/id23eh2/20250325/RAW_DATA/Lyso/run_01";

    @ParameterizedTest
    @CsvSource({
        "{location}/{name}.cif, /data/visitor/mx2532/id23eh2/20250325/RAW_DATA/Lyso/run_01/run_01.cif",
        "{processed}/imgCIF/{name}.cif,"
                + " /data/visitor/mx2532/id23eh2/20250325/PROCESSED_DATA/Lyso/run_01/imgCIF/run_01.cif",
        "/out/{proposal}/{sample}_{name}.cif, /out/mx2532/Lyso-5_run_01.cif"
    })
    void theTemplateSaysWhereTheImgCifGoes(String template, String path) {
        assertThat(new Placement(template, file -> false).of(dataset("run_01", "Lyso-5", LOCATION)))
                .contains(Path.of(path));
    }

    @Test
    void theLocationOfADatasetThatIsAFileIsItsFolder() {
        var placement =
                new Placement("{location}/{name}.cif", file -> file.toString().endsWith(".h5"));

        assertThat(placement.of(dataset("a", "b", "/data/x/a_1_master.h5")))
                .contains(Path.of("/data/x/a_a_1_master.cif"));
    }

    @Test
    void twoDatasetsThatAreFilesOfOneFolderHaveTwoImgCifsThoughTheyHaveOneName() {
        var placement =
                new Placement("{location}/{name}.cif", file -> file.toString().endsWith(".h5"));

        assertThat(placement.of(dataset("a", "b", "/data/x/a_1_master.h5")))
                .isNotEqualTo(placement.of(dataset("a", "b", "/data/x/a_2_master.h5")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..",
                ".hidden",
                "a/b",
                "a\\b",
                "a\u0000b",
                "a\nb",
                "a\u2028b",
                "",
                "   ",
                "/",
                "\u202ecif"
            })
    void noNameLeadsOutOfTheFolder(String name) {
        var place = new Placement("/out/{name}.cif", file -> false)
                .of(dataset(name, "Lyso", LOCATION))
                .orElseThrow();

        assertThat(place.getParent()).isEqualTo(Path.of("/out"));
        assertThat(place.getFileName().toString()).doesNotStartWith(".").doesNotContainPattern("\\p{C}");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        var place = new Placement("/out/{name}.cif", file -> false)
                .of(dataset("\ud83d\udd2c".repeat(90), "Lyso", LOCATION))
                .orElseThrow();

        assertThat(place.getFileName().toString()).isEqualTo("\ud83d\udd2c".repeat(37) + ".cif");
    }

    @Test
    void aDollarInANameStaysADollar() {
        assertThat(new Placement("/out/{name}.cif", file -> false).of(dataset("$1\\", "Lyso", LOCATION)))
                .contains(Path.of("/out/$1_.cif"));
    }

    @Test
    void aLocationThatIsNoAbsolutePathHasNoPlace() {
        var placement = new Placement("{location}/{name}.cif", file -> false);

        assertThat(placement.of(dataset("run_01", "Lyso", "data/x"))).isEmpty();
        assertThat(placement.of(dataset("run_01", "Lyso", "/data/\u0000"))).isEmpty();
    }

    @Test
    void anUnknownPlaceholderIsRefused() {
        assertThatThrownBy(() -> new Placement("{location}/{run}.cif", file -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the placeholder {run}; known are location, name, processed");
    }

    private static StoredDataset dataset(String name, String sample, String location) {
        return new StoredDataset(
                name,
                "mx2532",
                sample,
                location,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
