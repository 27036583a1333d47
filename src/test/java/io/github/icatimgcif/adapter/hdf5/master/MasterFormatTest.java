package io.github.icatimgcif.adapter.hdf5.master;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.geometry.Vector3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which masters of a folder are described, by a dialect whose frames stand in the names: {@code defined_1_4.h5}. */
final class MasterFormatTest {

    private static final Path ANY_HDF5 =
            Path.of("src/test/resources/nxmx/parts/parts.h5").toAbsolutePath();

    private static final DetectorStatement DETECTOR = new DetectorStatement.Flat(
            487,
            195,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Vector3(-1, 0, 0),
            new Vector3(0, -1, 0),
            Optional.empty());

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit puts it in
    Path folder;

    @Test
    void mastersOfOtherFramesAreAllDescribedInTheOrderOfTheirNumbers() throws IOException {
        masters("defined_10_14.h5", "similar_2_6.h5");
        masters("defined_1_1.h5");

        assertThat(described().parts())
                .extracting(RawPart::name)
                .containsExactly("defined_1_1.h5", "defined_10_14.h5", "similar_2_6.h5");
    }

    @Test
    void ofTwoWithTheSameFramesTheOneThatSaysWhatItIsIsDescribed() throws IOException {
        masters("a_similar_1_4.h5", "defined_1_4.h5");

        assertThat(described().parts()).extracting(RawPart::name).containsExactly("defined_1_4.h5");
        assertThat(described().findings())
                .contains(Finding.note(
                        "a_similar_1_4.h5",
                        "describes frames that defined_1_4.h5 describes too, which says as much or more and is used"));
    }

    @Test
    void aMasterOfMoreFramesIsUsedForThoseOfOneOfFewer() throws IOException {
        masters("defined_1_4.h5", "similar_1_8.h5");

        assertThat(described().parts()).extracting(RawPart::name).containsExactly("similar_1_8.h5");
    }

    @Test
    void twoMastersThatShareSomeFramesOnlyAreRefused() throws IOException {
        masters("defined_1_4.h5", "defined_3_6.h5");

        assertThat(read())
                .isInstanceOfSatisfying(
                        RawReading.Unusable.class,
                        unusable -> assertThat(unusable.findings())
                                .allMatch(Finding::isError)
                                .anyMatch(finding ->
                                        finding.message().contains("which of the two is right is not known")));
    }

    @Test
    void aFileThatDoesNotSayWhatItIsDoesNotSpoilOneThatDoes() throws IOException {
        masters("defined_1_4.h5", "similar_3_6.h5");

        assertThat(described().parts()).extracting(RawPart::name).containsExactly("defined_1_4.h5");
        assertThat(described().findings())
                .anyMatch(finding -> finding.severity() == Severity.WARNING
                        && finding.message().contains("does not say itself what it is; it is left out"));
    }

    @Test
    void oneThatCannotBeReadIsLeftOutAndToldAndNoneIsRefused() throws IOException {
        masters("defined_1_4.h5", "unusable_5_8.h5", "impossible_9_12.h5");

        assertThat(described().parts()).hasSize(1);
        assertThat(described().findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("is left out, as it cannot be described: has no distance"))
                .anyMatch(message -> message.contains("holds values that cannot be: -1 pixels"));
        Files.delete(folder.resolve("defined_1_4.h5"));
        assertThat(read()).isInstanceOf(RawReading.Unusable.class);
    }

    @Test
    void aFolderWithoutMastersSaysWhatWasLookedFor() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing");

        assertThat(read()).isEqualTo(new RawReading.Absent("looked for names; found 1 file, 0 of it HDF5"));
    }

    private void masters(String... names) throws IOException {
        for (String name : names) {
            Files.copy(ANY_HDF5, folder.resolve(name));
        }
    }

    private RawReading.RawDataset described() {
        return (RawReading.RawDataset) read();
    }

    private RawReading read() {
        return new MasterFormat(new DataRoots(List.of(folder)), List.of(new ByName())).read(folder);
    }

    private final class ByName implements MasterDialect {

        @Override
        public String lookedFor() {
            return "looked for names";
        }

        @Override
        public Recognition recognise(Hdf5File file) {
            return file.path().toString().contains("similar") ? Recognition.BY_STRUCTURE : Recognition.BY_DEFINITION;
        }

        @Override
        public RawPart read(Hdf5File file, Findings findings) {
            String name = String.valueOf(file.path().getFileName());
            if (name.startsWith("unusable")) {
                throw new NotUsable("detector", "has no distance");
            }
            if (name.startsWith("impossible")) {
                throw new IllegalArgumentException("-1 pixels");
            }
            String[] words = name.replace(".h5", "").split("_");
            int first = Integer.parseInt(words[words.length - 2]);
            int last = Integer.parseInt(words[words.length - 1]);
            FrameLocation place = new FrameLocation(
                    folder.resolve("data.h5"), FrameLocation.Format.HDF5, Optional.of("/data"), first);
            Scan scan = new Scan(
                    "SCAN1",
                    List.of(),
                    new FrameLocations(List.of(new FrameLocations.InFile(place, last - first + 1, 1))));
            return new RawPart(name, DETECTOR, new GoniometerStatement.Silent(), List.of(scan), 16, List.of());
        }
    }
}
