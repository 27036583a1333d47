package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExternalLinksTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String PORTAL = "https://doi.example/{doi}#{below}";
    private static final Path PLACE = Path.of("/data/mx2532/run_01/imgCIF/run_01.cif");
    private static final Path FILE = Path.of("/data/mx2532/run_01/frames/a 1.h5");

    @Test
    void aReleasedDatasetIsLinkedToByTheTemplate() {
        var links = links(PORTAL, entry(Optional.of("10.5555/ES-1"), Optional.of(NOW.minusSeconds(1))));

        assertThat(links.uris().of(FILE)).isEqualTo("https://doi.example/10.5555/ES-1#frames/a%201.h5");
        assertThat(links.findings()).isEmpty();
    }

    @Test
    void aDatasetUnderEmbargoGetsNoPublicLink() {
        var links = links(PORTAL, entry(Optional.of("10.5555/ES-1"), Optional.of(NOW.plusSeconds(1))));

        assertThat(links.uris().of(FILE)).isEqualTo("file:///data/mx2532/run_01/frames/a%201.h5");
        assertThat(links.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("not released"));
    }

    @Test
    void anUnknownReleaseDateCountsAsEmbargo() {
        var links = links(PORTAL, entry(Optional.of("10.5555/ES-1"), Optional.empty()));

        assertThat(links.uris().of(FILE)).startsWith("file:///");
    }

    @Test
    void withoutADoiTheLinksLeadToTheFilesAndTheFindingSaysSo() {
        var links = links(PORTAL, entry(Optional.empty(), Optional.of(NOW.minusSeconds(1))));

        assertThat(links.uris().of(FILE)).startsWith("file:///");
        assertThat(links.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(PORTAL));
    }

    @Test
    void relativeLinksStartFromTheImgCif() {
        var links = links("{relative}", entry(Optional.empty(), Optional.empty()));

        assertThat(links.uris().of(FILE)).isEqualTo("../frames/a%201.h5");
    }

    private static ExternalLinks.Links links(String template, CatalogueEntry entry) {
        boolean isPublic = template.startsWith("https:");
        return new ExternalLinks(template, isPublic, Clock.fixed(NOW, ZoneOffset.UTC)).of(experiment(entry), PLACE);
    }

    private static CatalogueEntry entry(Optional<String> doi, Optional<Instant> released) {
        return new CatalogueEntry(
                4711,
                "run_01",
                "/data/mx2532/run_01",
                12,
                "mx2532",
                "id23-2",
                Optional.empty(),
                doi,
                released,
                true,
                false);
    }

    private static CompletedExperiment experiment(CatalogueEntry entry) {
        var dataset = new StoredDataset(
                "run_01",
                "mx2532",
                "Lyso",
                "/data/mx2532/run_01",
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var pixel = new BigDecimal("0.075");
        var element = new DetectorElement(
                "E", Vector3.ZERO, new Vector3(-1, 0, 0), new Vector3(0, -1, 0), pixel, pixel, 3, 2);
        var place = new FrameLocation(FILE, FrameLocation.Format.HDF5, Optional.of("/data"), 0);
        var scan = new Scan(
                "SCAN1", List.<AxisSetting>of(), new FrameLocations(List.of(new FrameLocations.InFile(place, 1, 1))));
        return new CompletedExperiment(
                dataset,
                Optional.of(entry),
                "x",
                new Measurement(AxisChain.EMPTY, AxisChain.EMPTY, List.of(element), List.of(scan), 16),
                Map.of(),
                CompletedExperiment.FrameChoice.PRINCIPAL_AXIS,
                List.of(),
                List.of());
    }
}
