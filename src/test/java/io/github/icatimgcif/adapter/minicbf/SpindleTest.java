package io.github.icatimgcif.adapter.minicbf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.geometry.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpindleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X.CW | omega | -1 | 0",
                "X, CW | omega | -1 | 0",
                "X.CCW | omega | 1 | 0",
                "X.CW +SLOW | omega | 0 | 1",
                "X.CW -SLOW | omega | 0 | -1",
                "X.CW +FAST | omega | -1 | 0",
                "X.CW -FAST | omega | 1 | 0",
                "OMEGA | omega | -1 | 0",
                "PHI | phi | -1 | 0"
            })
    void theNameAndTheDirectionFollowFromTheHeader(String axis, String name, double x, double y) {
        Spindle spindle = Spindle.of(MiniHeader.parse("# Oscillation_axis " + axis));

        assertThat(spindle.name()).isEqualTo(name);
        assertThat(spindle.direction().minus(new Vector3(x, y, 0)).length()).isZero();
    }

    @Test
    void theAxisThatAdvancesIsTheOne() {
        MiniHeader header = MiniHeader.parse("# Oscillation_axis X.CW\n# Omega 12.5 deg.\n# Omega_increment 0.0000 deg."
                + "\n# Phi 30.0 deg.\n# Phi_increment 0.1000 deg.");

        assertThat(Spindle.of(header).name()).isEqualTo("phi");
    }

    @Test
    void ofAxesThatStandStillTheOneAtTheStartAngleIsMeant() {
        MiniHeader header = MiniHeader.parse("# Start_angle 30.0 deg.\n# Omega 12.5 deg.\n# Phi 30.0 deg.");

        assertThat(Spindle.of(header).name()).isEqualTo("phi");
    }
}
