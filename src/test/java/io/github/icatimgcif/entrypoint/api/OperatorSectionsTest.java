package io.github.icatimgcif.entrypoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.Waited;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.conversion.trail.Trail;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OperatorSectionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:05:07Z");

    @Test
    void aDatasetThatFailedMayBeTriedAgainAndOneThatIsDoneMadeAnew() {
        assertThat(OperatorSections.actions(entry(DatasetState.FAILED, "/data/run_01"), "ab12")
                        .html())
                .contains("Try again", "name=\"csrf\" value=\"ab12\"", "name=\"location\" value=\"/data/run_01\"");
        assertThat(OperatorSections.actions(entry(DatasetState.UNCHANGED, "/data/run_01"), "ab12")
                        .html())
                .contains("Make it anew");
    }

    @Test
    void whatIsInALocationIsNoMarkup() {
        assertThat(OperatorSections.actions(entry(DatasetState.FAILED, "/data/\"><script>alert(1)</script>'"), "ab12")
                        .html())
                .contains("value=\"/data/&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;\"")
                .doesNotContain("<script");
    }

    @Test
    void whereSourcesDisagreeIsSaidBeforeWhatWasRead() {
        Reading reading =
                new Reading(Source.RAW_FILE, SourceTerm.parse("nxmx:instrument/beam/incident_wavelength"), "0.976223");
        Attempt attempt = new Attempt(
                NOW,
                Optional.of(NOW.plusSeconds(3)),
                "REGISTERED",
                "",
                List.of(
                        Finding.warning("_diffrn_radiation_wavelength.value", "conflict: 0.976223 and 0.98 <differ>"),
                        Finding.note("beamline", "nothing is known")),
                List.of(new Provenance("_diffrn_radiation_wavelength.value", "0.976223", reading)),
                new Versions("0.1.0", "f00d", "1.8.9"),
                Optional.of("ab".repeat(32)),
                Optional.empty());

        assertThat(OperatorSections.values(List.of(attempt)).html())
                .contains("0.976223 and 0.98 &lt;differ&gt;", "nxmx:instrument/beam/incident_wavelength")
                .doesNotContain("nothing is known");
        assertThat(OperatorSections.history(List.of(attempt)).html())
                .contains("0.1.0, f00d, 1.8.9", "ab".repeat(32), "2026-03-01 09:05:10 UTC");
    }

    private static JournalEntry entry(DatasetState state, String location) {
        StoredDataset dataset = new StoredDataset(
                "run_01",
                "mx2405",
                "s1",
                location,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new JournalEntry(
                dataset,
                state,
                "",
                Optional.empty(),
                Waited.NOT_YET,
                2,
                1,
                0,
                7,
                6,
                "kafka",
                new Trail(CorrelationId.sent("esrf-4711"), Optional.empty()),
                NOW,
                NOW,
                Optional.empty(),
                Optional.empty());
    }
}
