package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.picture.DetectorPicture;
import io.github.icatimgcif.judge.picture.Scene;
import io.github.icatimgcif.shared.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers in the drawing of a detector are those that another program reads from the raw data. */
final class DrawnGeometryTest {

    private static final Pattern ELEMENT = Pattern.compile("<polygon class=\"element\" points=\"([^\"]*)\"/>");
    private static final Pattern BEAM =
            Pattern.compile("class=\"beam\" transform=\"translate\\(([-0-9.]+) ([-0-9.]+)\\)\"");

    /** Pixels; a drawing is rounded to a thousandth of its units, of which a pixel has a third or more. */
    private static final double TOLERANCE = 0.01;

    /** Other programs count from the corner of the first pixel, as the corners of an outline do. */
    @ParameterizedTest
    @CsvSource({
        "nxmx_P5P1, nxmx_P5P1",
        "nxmx_Therm_6_2, nxmx_Therm_6_2",
        "minicbf_thaumatin, minicbf_thaumatin/thau_3_2_0001.cbf.bz2",
        "minicbf_eiger16M, minicbf_eiger16M/dlsnxs2cbf_therm_0001.cbf.gz"
    })
    void theBeamIsDrawnWhereAnotherProgramHasIt(String name, String raw) throws IOException {
        JsonNode panel = panels(name).get(0);
        JsonNode centre = panel.get("beam_centre_px_noparallax");
        JsonNode size = panel.get("image_size_fast_slow");
        String svg = drawn(SharedFolder.at("data/raw/" + raw));

        double[] pixel = pixel(
                outlines(svg).get(0),
                beam(svg),
                size.get(0).asInt(),
                size.get(1).asInt());

        assertThat(pixel[0]).isCloseTo(centre.get(0).asDouble(), within(TOLERANCE));
        assertThat(pixel[1]).isCloseTo(centre.get(1).asDouble(), within(TOLERANCE));
    }

    /** The corners of an element in the laboratory, computed from its panel alone, and the drawn ones: the same shape and size. */
    @ParameterizedTest
    @CsvSource({
        "fullcbf_kappa, fullcbf_kappa/phi_scan_001.cbf",
        "fullcbf_cspad, fullcbf_cspad/idx-20130301060858401.cbf",
        "nxmx_P5P1, nxmx_P5P1"
    })
    void everyPanelIsDrawnToScale(String name, String raw) throws IOException {
        JsonNode panels = panels(name);
        List<double[][]> outlines = outlines(drawn(SharedFolder.at("data/raw/" + raw)));

        assertThat(outlines).hasSize(panels.size());
        double scale = length(outlines.get(0)[0], outlines.get(0)[1])
                / length(corner(panels.get(0), 0), corner(panels.get(0), 1));
        for (int i = 0; i < outlines.size(); i++) {
            for (int j = 0; j < outlines.size(); j += 7) {
                double drawn = length(outlines.get(i)[0], outlines.get(j)[0]) / scale;
                double measured = length(corner(panels.get(i), 0), corner(panels.get(j), 0));
                assertThat(drawn).as("from panel " + i + " to " + j).isCloseTo(measured, within(0.05));
            }
        }
    }

    /** At 182.4375 mm, swung by 20 degrees: the beam is 182.4375 tan(20) = 66.4018 mm below the place that it had. */
    @Test
    void theBeamIsDrawnOnASwungDetector() throws IOException {
        String svg = drawn(NxmxFixtures.folder("two_theta"));

        double[] pixel = pixel(outlines(svg).get(0), beam(svg), 2463, 2527);

        assertThat(pixel[0]).isCloseTo(209.41 / 0.172, within(TOLERANCE));
        assertThat(pixel[1]).isCloseTo((215.50275 + 66.4018) / 0.171, within(TOLERANCE));
    }

    /** X of the laboratory runs along the horizontal goniometer axis, and up is against gravity, as Y is here. */
    @Test
    void aDetectorIsSeenFromTheSample() throws IOException {
        JsonNode panel = panels("nxmx_P5P1").get(0);
        double[][] outline =
                outlines(drawn(SharedFolder.at("data/raw/nxmx_P5P1"))).get(0);
        double[] first = corner(panel, 0);
        double[] last = corner(panel, 3);

        assertThat(Math.signum(outline[2][0] - outline[0][0])).isEqualTo(Math.signum(last[0] - first[0]));
        assertThat(Math.signum(outline[2][1] - outline[0][1])).isEqualTo(-Math.signum(last[1] - first[1]));
    }

    private static String drawn(java.nio.file.Path raw) throws IOException {
        String text = Converted.of(raw).imgCif().orElseThrow();
        DataBlock block = new CifReader()
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                .get(0);
        return new DetectorPicture(Scene.of(block)).svg("d");
    }

    private static JsonNode panels(String name) throws IOException {
        return new ObjectMapper()
                .readTree(SharedFolder.at("oracles/dxtbx/" + name + ".json").toFile())
                .at("/derived/panels");
    }

    /** First pixel, end of the fast side, end of the slow side, opposite. */
    private static double[] corner(JsonNode panel, int number) {
        JsonNode lab = panel.get("pixel_corner_to_lab").get(number).get("lab");
        return new double[] {
            lab.get(0).asDouble(), lab.get(1).asDouble(), lab.get(2).asDouble()
        };
    }

    private static double length(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static List<double[][]> outlines(String svg) {
        List<double[][]> outlines = new ArrayList<>();
        Matcher element = ELEMENT.matcher(svg);
        while (element.find()) {
            String[] points = element.group(1).split(" ");
            double[][] corners = new double[points.length][];
            for (int i = 0; i < points.length; i++) {
                String[] xy = points[i].split(",");
                corners[i] = new double[] {Double.parseDouble(xy[0]), Double.parseDouble(xy[1])};
            }
            outlines.add(corners);
        }
        return outlines;
    }

    private static double[] beam(String svg) {
        Matcher beam = BEAM.matcher(svg);
        assertThat(beam.find()).as("the beam is drawn").isTrue();
        return new double[] {Double.parseDouble(beam.group(1)), Double.parseDouble(beam.group(2))};
    }

    /** Where a place of the drawing is on an element, pixels from the outer corner of its first pixel. */
    private static double[] pixel(double[][] outline, double[] at, int fast, int slow) {
        double[] f = {outline[1][0] - outline[0][0], outline[1][1] - outline[0][1]};
        double[] s = {outline[3][0] - outline[0][0], outline[3][1] - outline[0][1]};
        double[] p = {at[0] - outline[0][0], at[1] - outline[0][1]};
        double determinant = f[0] * s[1] - s[0] * f[1];
        return new double[] {
            fast * (p[0] * s[1] - s[0] * p[1]) / determinant, slow * (f[0] * p[1] - p[0] * f[1]) / determinant
        };
    }
}
