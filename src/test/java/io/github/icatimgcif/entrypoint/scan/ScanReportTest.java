package io.github.icatimgcif.entrypoint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.collect.DatasetFolders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ScanReportTest {

    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Instant TOLD = Instant.parse("2026-03-01T10:05:07Z");
    private static final ScanReport RUNNING =
            new ScanReport("7", ScanReport.RUNNING, 173, 41, 132, 0, 0, "", TOLD.toString());

    @Test
    void aScanThatSaysNothingForLongHasDiedWithItsService() {
        ScanReport report = RUNNING.heardAt(TOLD.plusSeconds(121), SILENCE);

        assertThat(report.state()).isEqualTo("died");
        assertThat(report.explanation()).contains("2026-03-01T10:05:07Z", "begin it again");
        assertThat(report.found()).isEqualTo(173);
        assertThat(report.told()).isEqualTo(TOLD.toString());
    }

    @Test
    void aScanThatSpokeLatelyRuns() {
        assertThat(RUNNING.heardAt(TOLD.plusSeconds(119), SILENCE)).isEqualTo(RUNNING);
    }

    @Test
    void aScanThatEndedStaysAsItEnded() {
        ScanReport done = RUNNING.done(new DatasetFolders.Walk(57, 0), TOLD.toString());

        assertThat(done.heardAt(TOLD.plus(Duration.ofDays(30)), SILENCE)).isEqualTo(done);
    }
}
