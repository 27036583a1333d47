package io.github.icatimgcif.conversion.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.geometry.Vector3;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OtherFormatsTest {

    private static final Path FOLDER = Path.of("/data/run");

    @Test
    void imagesOfAnotherFormatBesideThoseThatAreDescribedAreTold() {
        List<Finding> findings = beside(dataset("x_#####.cbf", 6));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.subject()).isEqualTo("x_#####.cbf");
            assertThat(finding.message())
                    .contains("there are played images too, 6 frames", "whether they are the images of x_master.h5");
        });
    }

    @Test
    void whatIsNotThereOrCannotBeReadIsNoScan() {
        assertThat(beside(new RawReading.Absent("nothing"))).isEmpty();
        assertThat(beside(new RawReading.Unusable(List.of(Finding.error("BKGINIT.cbf", "is no image")))))
                .isEmpty();
    }

    private static List<Finding> beside(RawReading reading) {
        RawFormat played = new RawFormat() {
            @Override
            public String name() {
                return "played";
            }

            @Override
            public RawReading read(Path location) {
                return reading;
            }
        };
        return new OtherFormats(List.of(played)).beside(dataset("x_master.h5", 4), FOLDER);
    }

    private static RawReading.RawDataset dataset(String name, int frames) {
        FrameLocation place =
                new FrameLocation(FOLDER.resolve("x"), FrameLocation.Format.HDF5, Optional.of("/data"), 0);
        Scan scan =
                new Scan("SCAN1", List.of(), new FrameLocations(List.of(new FrameLocations.InFile(place, frames, 1))));
        DetectorStatement detector = new DetectorStatement.Flat(
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
        return new RawReading.RawDataset(
                List.of(new RawPart(name, detector, new GoniometerStatement.Silent(), List.of(scan), 16, List.of())),
                List.of());
    }
}
