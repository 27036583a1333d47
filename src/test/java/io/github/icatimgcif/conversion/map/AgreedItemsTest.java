package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.ItemName;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AgreedItemsTest {

    private static final String FLUX = "_diffrn_radiation.beam_flux";

    @Test
    void aFactThatScansDifferInIsWrittenOfNoneAndTold() {
        AgreedItems agreed = AgreedItems.of(List.of(said(FLUX, number("1.25E12")), said(FLUX, number("3.5E11"))));

        assertThat(agreed.items()).isEmpty();
        assertThat(agreed.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(FLUX);
            assertThat(finding.message()).contains("one value cannot be true of all");
        });
    }

    @Test
    void aNumberWithMoreZerosIsTheSameNumber() {
        AgreedItems agreed = AgreedItems.of(List.of(said(FLUX, number("182.50")), said(FLUX, number("182.5"))));

        assertThat(agreed.items()).containsValue(number("182.50"));
        assertThat(agreed.findings()).isEmpty();
    }

    @Test
    void whatOneScanDoesNotSayIsTakenFromTheOther() {
        AgreedItems agreed = AgreedItems.of(List.of(Map.of(), said(FLUX, number("3.5E11"))));

        assertThat(agreed.items()).containsOnlyKeys(ItemName.parse(FLUX));
        assertThat(agreed.findings()).isEmpty();
    }

    @Test
    void aCrystalKeepsItsNameAndTheOtherIsTold() {
        AgreedItems agreed = AgreedItems.of(List.of(
                said("_exptl_crystal.id", CifValue.text("Lyso-5")),
                said("_exptl_crystal.id", CifValue.text("Lyso-7"))));

        assertThat(agreed.items()).containsValue(CifValue.text("Lyso-5"));
        assertThat(agreed.findings().get(0).message()).contains("Lyso-5, Lyso-7", "that of the first is written");
    }

    @Test
    void timesOfScansAndTheWavelengthOfTheBlockAreNotComparedHere() {
        AgreedItems agreed = AgreedItems.of(List.of(
                said(
                        "_diffrn_scan.integration_time",
                        number("0.04"),
                        "_diffrn_radiation_wavelength.value",
                        number("0.9762")),
                said(
                        "_diffrn_scan.integration_time",
                        number("0.1"),
                        "_diffrn_radiation_wavelength.value",
                        number("0.9762001"))));

        assertThat(agreed.findings()).isEmpty();
        assertThat(agreed.items()).containsValue(number("0.9762"));
    }

    private static Map<ItemName, CifValue> said(Object... namesAndValues) {
        Map<ItemName, CifValue> items = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            items.put(ItemName.parse((String) namesAndValues[i]), (CifValue) namesAndValues[i + 1]);
        }
        return items;
    }

    private static CifValue number(String digits) {
        return CifValue.number(new BigDecimal(digits));
    }
}
