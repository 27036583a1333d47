package io.github.icatimgcif.adapter.nxmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.provenance.Reading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BeamReadingsTest {

    private final Findings findings = new Findings();

    /** 1.25, 1.5 and 1.75 by 1, 2 and 5 are 1.625 in the mean. */
    @ParameterizedTest
    @CsvSource({
        "one, 0.976223, ''",
        "alike, 1.25, ''",
        "shots, 1.25, has a value for each frame and they differ; the first is used for all",
        "spectrum, 1.625, is a spectrum of 3 wavelengths; their weighted mean is used",
        "spectra, 1.5, is a spectrum of 3 wavelengths; their weighted mean is used",
        "no_weight, 1.25, has a value for each frame and they differ; the first is used for all",
        "weights_of_others, 1.25, has a value for each frame and they differ; the first is used for all",
        "bad_weight, 1.25, has a value for each frame and they differ; the first is used for all"
    })
    void ofSeveralWavelengthsOneIsGivenAndWhichIsTold(String beam, String wavelength, String said) {
        assertThat(read("/beams/" + beam)).extracting(Reading::text).containsExactly(wavelength);
        assertThat(findings.all())
                .allSatisfy(finding -> assertThat(finding.message()).isEqualTo(said));
        assertThat(findings.all()).hasSize(said.isEmpty() ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_a_number", "empty"})
    void aWavelengthThatIsNoNumberIsNone(String beam) {
        assertThat(read("/beams/" + beam)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"volts, 0.0250793", "kilovolts, 0.0250793"})
    void electronsHaveTheWavelengthOfTheirVoltage(String source, String wavelength) {
        assertThat(read("/electrons/" + source))
                .singleElement()
                .satisfies(reading -> assertThat(reading.text()).startsWith(wavelength));
        assertThat(findings.all())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("is computed from the energy of the electrons, 200000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no_unit", "length", "zero", "not_a_number"})
    void aVoltageWithoutAUnitOrAValueTellsNoWavelength(String source) {
        assertThat(read("/electrons/" + source)).isEmpty();
    }

    private List<Reading> read(String entry) {
        return Parts.read(entry, of -> new BeamReadings(of, findings).read());
    }
}
