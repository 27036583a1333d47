package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.contract.RawFormatPlacesContract;
import io.github.icatimgcif.contract.RawFormatSamples;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every format of the one list keeps the contract; each has its samples and its nested test here. */
final class RawFormatsTest {

    private static final Pattern MASTER = Pattern.compile("(.*)_master\\.h5|(.*)\\.nxs|(.*)_dense\\.h5");

    private static final RawFormatSamples MASTERS = new RawFormatSamples(
            "HDF5 masters",
            ".h5",
            List.of("nxmx/dectris_legacy", "nxmx/dls_gda", "nxmx/shots_of_modules", "nxmx/esrf_id29"),
            List.of("nxmx"),
            Set.of(
                    "parts",
                    "escaping",
                    "lost_file",
                    "dropped_image",
                    "eiger_swung",
                    "lost_file_virtual",
                    "unknown_unit",
                    "metres_for_millimetres",
                    "on_the_beam_in_metres",
                    "zipped"),
            name -> MASTER.matcher(name).matches() ? name.replace('.', '_') + ".raw" : name);

    private static final RawFormatSamples CBF = new RawFormatSamples(
            "CBF",
            ".cbf",
            List.of("cbf/series", "cbf/packed", "cbf/zip", "fullcbf/series", "fullcbf/sections"),
            List.of("cbf", "fullcbf"),
            Set.of("tar", "txz"),
            RawFormatsTest::raw);

    private static final RawFormatSamples SMV = new RawFormatSamples(
            "SMV", ".img", List.of("smv/adsc", "smv/archive"), List.of("smv"), Set.of("rigaku"), RawFormatsTest::raw);

    private static final RawFormatSamples TIFF = new RawFormatSamples(
            "TIFF",
            ".tif",
            List.of("tiff/camera", "tiff/pilatus", "tiff/stack"),
            List.of("tiff"),
            Set.of("rayonix"),
            RawFormatsTest::raw);

    private static final List<RawFormatSamples> ALL = List.of(MASTERS, CBF, SMV, TIFF);

    @Test
    void everyFormatHasANameOfItsOwnAndAContract() {
        List<String> names =
                formats(new DataRoots(List.of())).stream().map(RawFormat::name).toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> !name.isBlank());
        assertThat(ALL).extracting(RawFormatSamples::format).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void everyListOfSamplesHasItsTest() {
        assertThat(RawFormatsTest.class.getDeclaredClasses())
                .filteredOn(RawFormatPlacesContract.class::isAssignableFrom)
                .filteredOn(nested -> nested.isAnnotationPresent(Nested.class))
                .hasSameSizeAs(ALL);
    }

    @Nested
    final class Masters extends Contract {
        Masters() {
            super(MASTERS);
        }
    }

    @Nested
    final class CbfSeries extends Contract {
        CbfSeries() {
            super(CBF);
        }
    }

    @Nested
    final class SmvSeries extends Contract {
        SmvSeries() {
            super(SMV);
        }
    }

    @Nested
    final class TiffImages extends Contract {
        TiffImages() {
            super(TIFF);
        }
    }

    /** The contract, kept by the format of the one list that has the name of the samples. */
    private abstract static class Contract extends RawFormatPlacesContract {

        private final RawFormatSamples samples;

        Contract(RawFormatSamples samples) {
            this.samples = samples;
        }

        @Override
        protected RawFormat format(DataRoots roots) {
            return formats(roots).stream()
                    .filter(format -> format.name().equals(samples.format()))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        protected RawFormatSamples samples() {
            return samples;
        }

        @Override
        protected List<RawFormatSamples> others() {
            return ALL.stream().filter(other -> other != samples).toList();
        }
    }

    private static List<RawFormat> formats(DataRoots roots) {
        return RawFormats.below(roots, false);
    }

    private static String raw(String name) {
        return name.replaceFirst("\\..*", "") + ".raw";
    }
}
