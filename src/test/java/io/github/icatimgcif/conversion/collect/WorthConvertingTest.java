package io.github.icatimgcif.conversion.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorthConvertingTest {

    private final WorthConverting worth = new WorthConverting(List.of("icat-imgcif"), Set.of("xrf", "energy_scan"));

    @Test
    void aRawDatasetWithoutAnySignOfCrystallographyIsWorthIt() {
        assertThat(worth.reasonAgainst(dataset(Map.of(), List.of()), Optional.empty(), List.of()))
                .isEmpty();
    }

    @Test
    void aDatasetMadeFromOthersIsProcessed() {
        var dataset = dataset(Map.of(), List.of("/data/visitor/mx2532/id23eh2/20250325/RAW_DATA/run_01"));

        assertThat(worth.reasonAgainst(dataset, Optional.empty(), List.of()))
                .contains("processed dataset: made from /data/visitor/mx2532/id23eh2/20250325/RAW_DATA/run_01");
    }

    @Test
    void inputInTheParametersAlsoMeansProcessed() {
        var dataset = dataset(Map.of("input_datasets", "/data/a"), List.of());

        assertThat(worth.reasonAgainst(dataset, Optional.empty(), List.of()))
                .contains("processed dataset: made from /data/a");
    }

    @Test
    void aProcessedTypeInTheCatalogueMeansProcessed() {
        var entry = new CatalogueEntry(
                4711,
                "a",
                "/data/a",
                17,
                "mx2532",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                true);

        assertThat(worth.reasonAgainst(dataset(Map.of(), List.of()), Optional.of(entry), List.of()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("dataset 4711"));
    }

    @ParameterizedTest
    @CsvSource({
        "Process_program, icat-imgcif, own output: made by icat-imgcif",
        "software, ICAT-imgCIF, own output: made by ICAT-imgCIF",
        "scanType, imgCIF, own output: its scan type is imgCIF",
        "scanType, xrf, no diffraction: its scan type is xrf",
        "MX_scanType, Energy_Scan, no diffraction: its scan type is Energy_Scan"
    })
    void aParameterTellsWhyNot(String name, String value, String reason) {
        assertThat(worth.reasonAgainst(dataset(Map.of(name, value), List.of()), Optional.empty(), List.of()))
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "software, pyicat-plus_v0.2.1",
        "scanType, datacollection",
        "MX_scanType, mesh",
        "input_datasets, None",
        "Process_program, autoPROC"
    })
    void otherParametersAreNoReason(String name, String value) {
        assertThat(worth.reasonAgainst(dataset(Map.of(name, value), List.of()), Optional.empty(), List.of()))
                .isEmpty();
    }

    @Test
    void whatTheCatalogueSaysCountsToo() {
        var xrf = new Reading(Source.CATALOGUE, SourceTerm.parameter("scanType"), "xrf");

        assertThat(worth.reasonAgainst(dataset(Map.of(), List.of()), Optional.empty(), List.of(xrf)))
                .contains("no diffraction: its scan type is xrf");
    }

    private static StoredDataset dataset(Map<String, String> parameters, List<String> input) {
        return new StoredDataset(
                "run_01",
                "mx2532",
                "Lyso",
                "/data/visitor/mx2532/run_01",
                parameters,
                input,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
