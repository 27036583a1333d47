package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WavelengthIsPositiveTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new WavelengthIsPositive().judge(Blocks.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diffrn_radiation_wavelength | 0.976223 | 0 | must be a number of angstroms",
                "diffrn_radiation_wavelength | 0.976223 | -0.97 | must be a number of angstroms",
                "diffrn_radiation_wavelength | 0.976223 | 12660 | must be a number of angstroms",
                "diffrn_radiation_wavelength | 0.976223 | ? | the wavelength is not known; it must be a number of angstroms",
                "diffrn_radiation_wavelength | 0.976223 | . | the wavelength is a dot, which is no number; it must",
                "diffrn_radiation_wavelength | 0.976223 | 9.7D-1 | the wavelength is '9.7D-1', which is not a number: its exponent must begin with E",
                "diffrn_radiation_wavelength | 0.976223 | 0.0049 | the wavelength is 0.0049; it must",
                "diffrn_radiation_wavelength | 0.976223 | long | must be a number of angstroms"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new WavelengthIsPositive().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .anySatisfy(message -> assertThat(message).contains(said));
    }
}
