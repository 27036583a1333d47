package io.github.icatimgcif.adapter.smv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmvFormatTest {

    private static final String SETUP =
            "SIZE1=300;\nSIZE2=200;\nPIXEL_SIZE=0.1;\nDISTANCE=150;\nWAVELENGTH=0.9;\nAXIS=omega;\n";

    private final Path folder;

    SmvFormatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void otherFilesAreNoSmv() throws IOException {
        Files.writeString(folder.resolve("a_1.img"), "###CBF: VERSION 1.5");
        Files.writeString(folder.resolve("a_2.img"), "{ \"json\": 1 }");

        assertThat(read())
                .isInstanceOfSatisfying(
                        RawReading.Absent.class,
                        absent -> assertThat(absent.lookedFor())
                                .contains("HEADER_BYTES")
                                .contains("a folder of 2 files")
                                .contains("1 CBF"));
    }

    @Test
    void whatLiesOutsideIsRefused(@TempDir Path outside) {
        assertThat(new SmvFormat(new DataRoots(List.of(folder))).read(outside))
                .isInstanceOfSatisfying(
                        RawReading.Unusable.class,
                        unusable -> assertThat(unusable.findings())
                                .extracting(Finding::message)
                                .anyMatch(message -> message.contains("outside the data folders")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTREK_VERSION",
                "CCD_DETECTOR_DESCRIPTION",
                "CCD_GONIO_VECTORS",
                "ROTATION",
                "SCAN_ROTATION_LIMITS",
                "SOURCE_VECTORS",
                "CRYSALIS_VERSION"
            })
    void anSmvWithVectorsIsRefusedByTheKeyThatShowsIt(String key) throws IOException {
        write(1, SETUP + "OSC_START=10.0;\nOSC_RANGE=0.5;\n" + key + "=0 0 1;\n");

        assertThat(read())
                .isInstanceOfSatisfying(
                        RawReading.Unusable.class,
                        unusable -> assertThat(unusable.findings())
                                .extracting(Finding::message)
                                .singleElement()
                                .asString()
                                .contains("key " + key, "convert the images to CBF"));
    }

    @Test
    void aRangeOfNumbersIsAPartAndNamesItsAxis() throws IOException {
        write(1, SETUP + "OSC_START=10.0;\nOSC_RANGE=0.5;\n");
        write(2, SETUP + "OSC_START=10.5;\nOSC_RANGE=0.5;\n");
        write(5, SETUP + "OSC_START=12.0;\nOSC_RANGE=0.5;\n");

        RawReading.RawDataset raw = (RawReading.RawDataset) read();

        assertThat(raw.parts()).hasSize(2);
        assertThat(raw.parts().get(0).scans().get(0).start("omega")).isEqualTo(10.0);
        assertThat(raw.parts().get(1).scans().get(0).start("omega")).isEqualTo(12.0);
        assertThat(raw.parts().get(0).scans().get(0).frames().count()).isEqualTo(2);
        assertThat(raw.parts().get(0).goniometer())
                .isInstanceOfSatisfying(
                        GoniometerStatement.Named.class,
                        named -> assertThat(named.spindle()).isEqualTo("omega"));
        assertThat(raw.findings()).extracting(Finding::message).anyMatch(message -> message.contains("3 to 4"));
    }

    @Test
    void anglesThatDoNotAdvanceAreGivenOneByOne() throws IOException {
        write(1, SETUP + "OSC_START=10.0;\nOSC_RANGE=0.5;\n");
        write(2, SETUP + "OSC_START=25.0;\nOSC_RANGE=0.5;\n");

        RawReading.RawDataset raw = (RawReading.RawDataset) read();

        assertThat(raw.parts()
                        .get(0)
                        .scans()
                        .get(0)
                        .setting("omega")
                        .orElseThrow()
                        .frames())
                .contains(List.of(new BigDecimal("10.0"), new BigDecimal("25.0")));
    }

    @Test
    void aBeamCentreThatMeansOnePlaceByAllConventionsIsUsed() throws IOException {
        write(1, SETUP.replace("300", "200") + "BEAM_CENTER_X=10.00;\nBEAM_CENTER_Y=10.02;\n");

        DetectorStatement.Flat flat = flat();

        assertThat(flat.beamFast()).hasValueSatisfying(px -> assertThat(px).isEqualByComparingTo("100.2"));
        assertThat(flat.beamSlow()).hasValueSatisfying(px -> assertThat(px).isEqualByComparingTo("100"));
    }

    @Test
    void aBeamCentreThatMayMeanSeveralPlacesIsLeftToTheCatalogue() throws IOException {
        write(1, SETUP + "BEAM_CENTER_X=10.5;\nBEAM_CENTER_Y=14.5;\n");

        assertThat(flat().beamFast()).isEmpty();
        assertThat(((RawReading.RawDataset) read()).findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("means different places") && message.contains("MOSFLM"));
    }

    @Test
    void theKeysOfDenzoNameTheirConvention() throws IOException {
        write(1, SETUP + "DENZO_XBEAM=10.5;\nDENZO_YBEAM=14.5;\n");

        assertThat(flat().beamFast()).hasValueSatisfying(px -> assertThat(px).isEqualByComparingTo("145"));
        assertThat(flat().beamSlow()).hasValueSatisfying(px -> assertThat(px).isEqualByComparingTo("105"));
    }

    @Test
    void anotherDistanceInTheSameSeriesIsRefused() throws IOException {
        write(1, SETUP);
        write(2, SETUP.replace("DISTANCE=150", "DISTANCE=200"));

        assertThat(read())
                .isInstanceOfSatisfying(
                        RawReading.Unusable.class,
                        unusable -> assertThat(unusable.findings())
                                .extracting(Finding::message)
                                .anyMatch(message -> message.contains("another detector, distance or wavelength")));
    }

    @Test
    void sizesThatCannotBeAreRefused() throws IOException {
        for (String size : List.of("0", "-5", "1e9", "12.5", "many")) {
            write(1, SETUP.replace("SIZE1=300", "SIZE1=" + size));
            assertThat(read()).as(size).isInstanceOf(RawReading.Unusable.class);
        }
    }

    @Test
    void anAngleThatIsNoNumberIsNotTakenForZero() throws IOException {
        for (String key : List.of("OSC_START", "OSC_RANGE", "TWOTHETA")) {
            for (String value : List.of("nan", "1,5", "1e400000", "0x10")) {
                write(
                        1,
                        SETUP
                                + "OSC_START=10.0;\nOSC_RANGE=0.5;\nTWOTHETA=0;\n"
                                        .replaceAll(key + "=[^;]+", key + "=" + value));

                assertThat(read())
                        .as(key + " " + value)
                        .isInstanceOfSatisfying(
                                RawReading.Unusable.class,
                                unusable -> assertThat(unusable.findings())
                                        .extracting(Finding::message)
                                        .anyMatch(message -> message.contains("'" + value + "' for " + key)));
            }
        }
    }

    @Test
    void thatNoRotationIsStatedIsTold() throws IOException {
        write(1, SETUP + "OSC_START=10.0;\n");

        assertThat(((RawReading.RawDataset) read()).findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("no OSC_RANGE"));
    }

    @Test
    void datesAreReadAndOthersLeftOut() {
        assertThat(SmvDate.read("Thu Mar  5 14:00:13 2009")).contains("2009-03-05T14:00:13");
        assertThat(SmvDate.read("Sat Jun 12 01:02:03 PDT 2010")).contains("2010-06-12T01:02:03");
        assertThat(SmvDate.read("yesterday")).isEmpty();
    }

    private DetectorStatement.Flat flat() {
        return (DetectorStatement.Flat)
                ((RawReading.RawDataset) read()).parts().get(0).detector();
    }

    private RawReading read() {
        return new SmvFormat(new DataRoots(List.of(folder))).read(folder);
    }

    private void write(int number, String keys) throws IOException {
        String header = "{\nHEADER_BYTES=  512;\n" + keys + "}\n";
        Files.write(
                folder.resolve("x_%03d.img".formatted(number)),
                (header + " ".repeat(512 - header.length())).getBytes(StandardCharsets.US_ASCII));
    }
}
