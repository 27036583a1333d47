package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.cif.CifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Axes of full CBF headers that contradict themselves are refused, and the message names the axis. */
final class FullCbfGeometryTest {

    private static final String OMEGA = "OMEGA rotation goniometer . 1 0 0\n";
    private static final String KAPPA = "KAPPA rotation goniometer OMEGA 0.6428 0 -0.766\n";

    @Test
    void theChainOfTheSampleBeginsInTheLaboratory() throws IOException {
        FullCbfHeader header = header(KAPPA + OMEGA);

        assertThat(FullCbfGoniometer.axes(new FullCbfAxes(header), header))
                .extracting(FullCbfAxis::id)
                .containsExactly("OMEGA", "KAPPA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OMEGA rotation goniometer KAPPA 1 0 0\n" + KAPPA, "OMEGA rotation goniometer OMEGA 1 0 0\n"})
    void axesThatCarryOneAnotherInACircleAreRefused(String rows) throws IOException {
        FullCbfHeader header = header(rows);

        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> FullCbfGoniometer.axes(new FullCbfAxes(header), header));
    }

    @Test
    void aSampleThatMayStandOnEitherOfTwoAxesIsRefused() throws IOException {
        FullCbfHeader header = header(OMEGA + KAPPA + "PHI rotation goniometer OMEGA 1 0 0\n");

        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> FullCbfGoniometer.axes(new FullCbfAxes(header), header))
                .withMessageContaining("[KAPPA, PHI]");
    }

    @Test
    void aSampleOnNothingHasNoGoniometer() throws IOException {
        FullCbfHeader header = header("DZ translation detector . 0 0 -1\n");

        assertThat(FullCbfGoniometer.axes(new FullCbfAxes(header), header)).isEmpty();
    }

    @Test
    void noAxesAndAxesOfOneNameAreRefused() throws IOException {
        FullCbfHeader none = parsed("data_x\n_diffrn.id 1\n");
        FullCbfHeader twice = header(OMEGA + OMEGA);

        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> new FullCbfAxes(none))
                .withMessageContaining("looked for the category _axis");
        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> new FullCbfAxes(twice))
                .withMessageContaining("two axes have the name OMEGA");
    }

    @Test
    void anAxisOnOneThatIsNotThereIsRefused() throws IOException {
        FullCbfHeader header = header(KAPPA);

        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> FullCbfGoniometer.axes(new FullCbfAxes(header), header))
                .withMessageContaining("OMEGA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 0", ". . ."})
    void anAxisWithoutADirectionIsRefused(String vector) throws IOException {
        FullCbfAxes axes = new FullCbfAxes(header("DZ translation detector . " + vector + "\n"));

        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> axes.named("DZ", "_x.y").direction())
                .withMessageContaining("axis DZ");
    }

    @ParameterizedTest
    @CsvSource({
        "'EX 0.086 0.172\nEY 0.0855 0.171', has 2 axes",
        "EX 0.086 0, advances by 0 mm",
        "OMEGA 0.086 0.172, advances by 0 mm",
        "EZ 0.086 0.172, 'names the axis EZ, which is not among'"
    })
    void pixelsThatDoNotLieAlongOneStraightAxisAreRefused(String rows, String message) throws IOException {
        FullCbfHeader header = surface(rows);
        FullCbfAxes axes = new FullCbfAxes(header);

        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(
                        () -> FullCbfSurface.of("S", header.rows("array_structure_list_axis"), axes, BigDecimal.ZERO))
                .withMessageContaining(message);
    }

    @Test
    void aSurfaceThatRunsBackwardsPointsTheOtherWay() throws IOException {
        FullCbfHeader header = surface("EX -0.086 -0.172");

        FullCbfSurface surface = FullCbfSurface.of(
                "S", header.rows("array_structure_list_axis"), new FullCbfAxes(header), BigDecimal.ZERO);

        assertThat(surface.direction().x()).isEqualTo(-1);
        assertThat(surface.pixelSize()).isEqualByComparingTo("0.172");
        assertThat(surface.edge()).isZero();
    }

    private static FullCbfHeader surface(String rows) throws IOException {
        return parsed("data_x\n" + axes(OMEGA + "EX translation detector . 1 0 0\nEY translation detector EX 0 -1 0\n")
                + "loop_\n_array_structure_list_axis.axis_id\n_array_structure_list_axis.displacement\n"
                + "_array_structure_list_axis.displacement_increment\n" + rows + "\n");
    }

    private static FullCbfHeader header(String rows) throws IOException {
        return parsed("data_x\n" + axes(rows));
    }

    private static String axes(String rows) {
        return "loop_\n_axis.id\n_axis.type\n_axis.equipment\n_axis.depends_on\n_axis.vector[1]\n_axis.vector[2]\n"
                + "_axis.vector[3]\n" + rows + "\n";
    }

    private static FullCbfHeader parsed(String text) throws IOException {
        return new FullCbfHeader(
                "x.cbf",
                new CifReader()
                        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                        .get(0),
                text);
    }
}
