package io.github.icatimgcif.adapter.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RefinedValuesTest {

    private static final Map<String, String> CELL = Map.of(
            "cell_a", "78.91",
            "cell_b", "78.92",
            "cell_c", "36.97",
            "cell_alpha", "90.0",
            "cell_beta", "90.1",
            "cell_gamma", "120.0");

    @Test
    void aWholeCellIsSaidWithWhoRefinedIt() {
        assertThat(said(CELL))
                .containsEntry("refined:cell_c", "36.97")
                .containsEntry("refined:cell_gamma", "120.0")
                .containsEntry("refined:cell_by", "autoPROC in /data/p")
                .hasSize(7);
    }

    @Test
    void halfACellOrAnImpossibleOneIsNotSaid() {
        Map<String, String> half = new HashMap<>(CELL);
        half.remove("cell_c");
        Map<String, String> flat = new HashMap<>(CELL);
        flat.put("cell_beta", "180");
        Map<String, String> words = new HashMap<>(CELL);
        words.put("cell_a", "78.9 A");

        assertThat(said(half)).isEmpty();
        assertThat(said(flat)).isEmpty();
        assertThat(said(words)).isEmpty();
    }

    @Test
    void geometryIsSaidAsTheProgramsOwn() {
        assertThat(said(Map.of(
                        "detector_distance", "142.61",
                        "rotation_axis_x", "0.99998",
                        "rotation_axis_y", "-0.0012",
                        "rotation_axis_z", "0.0061")))
                .containsEntry("refined:detector_distance", "142.61")
                .containsEntry("refined:rotation_axis", "0.99998 -0.0012 0.0061")
                .containsEntry("refined:geometry_by", "autoPROC in /data/p");
        assertThat(said(Map.of("rotation_axis_x", "1"))).isEmpty();
    }

    @Test
    void aSpaceGroupIsANameOrANumber() {
        assertThat(said(Map.of("space_group", "P 43 21 2"))).containsOnlyKeys("refined:space_group");
        assertThat(said(Map.of("space_group", "96"))).containsOnlyKeys("refined:space_group_number");
    }

    @Test
    void parametersOfOtherKindsAreNoRefinedValues() {
        assertThat(RefinedValues.in(Map.of("MX_detectorDistance", "142.5", "MXAutoprocIntegration_anomalous", "True")))
                .isEmpty();
        assertThat(RefinedValues.in(Map.of("MXAutoprocIntegration_beam_x", " 155.2 ")))
                .containsEntry("beam_x", "155.2");
    }

    private static Map<String, String> said(Map<String, String> values) {
        Map<String, String> said = new HashMap<>();
        for (Reading reading : new RefinedValues("autoPROC", "/data/p", values).readings()) {
            assertThat(reading.source()).isEqualTo(Source.PROCESSING);
            said.put(reading.term().toString(), reading.text());
        }
        return said;
    }
}
