package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.cif.CifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FullCbfRowTest {

    @ParameterizedTest
    @ValueSource(strings = {"?", ".", "' '"})
    void whatIsNotSaidIsEmptyAndRefusedWhereItIsNeeded(String value) throws IOException {
        FullCbfRow row = row(value);

        assertThat(row.text("wt")).isEmpty();
        assertThat(row.number("wt")).isEmpty();
        assertThat(row.count("wt")).isEmpty();
        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> row.needed("wt"))
                .satisfies(refusal ->
                        assertThat(refusal.finding().subject()).isEqualTo("_diffrn_radiation_wavelength.wt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heavy", "1e31", "-1e31", "1e-70", "'1 2'", "0x10", "nan", "1,5"})
    void whatIsNoNumberOfAnInstrumentIsRefused(String value) throws IOException {
        FullCbfRow row = row(value);

        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> row.number("wt"))
                .withMessageContaining("says '" + value.replace("'", "") + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5"})
    void whatIsNoCountIsRefused(String value) throws IOException {
        FullCbfRow row = row(value);

        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> row.count("wt"))
                .withMessageContaining("a whole number above zero");
    }

    @Test
    void numbersKeepTheirDigitsAlsoInQuotes() throws IOException {
        assertThat(row("0.9790").number("wt"))
                .hasValueSatisfying(it -> assertThat(it.toString()).isEqualTo("0.9790"));
        assertThat(row("'0.9790'").number("wt"))
                .hasValueSatisfying(it -> assertThat(it.toString()).isEqualTo("0.9790"));
        assertThat(row("2.0").count("wt")).contains(2);
    }

    @Test
    void anOldNameIsAskedForWhereThatOfTodaySaysNothing() throws IOException {
        FullCbfRow old = rows("_diffrn_radiation_wavelength.wavelength 0.9795\n_diffrn_radiation_wavelength.value ?\n");
        FullCbfRow both =
                rows("_diffrn_radiation_wavelength.wavelength 0.9795\n_diffrn_radiation_wavelength.value 1.1\n");

        assertThat(old.text("value")).contains("0.9795");
        assertThat(both.text("value")).contains("1.1");
    }

    private static FullCbfRow row(String value) throws IOException {
        return rows("_diffrn_radiation_wavelength.wt " + value + "\n");
    }

    private static FullCbfRow rows(String items) throws IOException {
        String text = "data_x\n" + items;
        return new FullCbfHeader(
                        "x.cbf",
                        new CifReader()
                                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                                .get(0),
                        text)
                .rows("diffrn_radiation_wavelength")
                .get(0);
    }
}
