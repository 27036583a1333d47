package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service and the results of processing that come back: before the raw dataset and after it. */
final class ProcessingResultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, String> HASTY = Map.of("imgcif.processing.announce-every", "1s");

    @TempDir
    private Path folder;

    @Test
    void theBestResultIsWrittenBesideWhatWasMeasuredWhicheverComesFirst() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                ServiceProcess service = facility.start("service", HASTY).awaitReady()) {
            PlayedDataset raw = facility.stored("run_01");
            facility.announce(raw);
            service.awaitState(raw.key(), "REGISTERED");
            List<String> measured = geometry(raw);

            facility.send(raw.key() + "/autoPROC", result(raw, "autoPROC", "78.91", "1.62"));
            awaitCell(raw, "78.91");
            facility.send(raw.key() + "/fast_dp", result(raw, "fast_dp", "79.35", "1.95"));
            service.awaitState(raw.key() + "/fast_dp", "SKIPPED");
            facility.send(raw.key() + "/xia2", result(raw, "xia2", "78.84", "1.48"));
            awaitCell(raw, "78.84");

            await().atMost(PATIENCE)
                    .until(() -> facility.count("select count(*) from refined_result where not announced") == 0
                            && facility.count(
                                            "select count(*) from journal_dataset where generation_received > generation_done")
                                    == 0);
            assertRegisteredOnce(facility, raw);
            String file = Files.readString(raw.imgCif());
            assertThat(file)
                    .containsPattern("_space_group.name_H-M_alt\\s+'P 43 21 2'")
                    .contains("xia2 in " + raw.key() + "/xia2")
                    .contains("refined detector distance 142.61 mm");
            assertThat(geometry(raw)).isEqualTo(measured);
            assertThat(service.report(raw.key()).body()).contains("refined:cell_a");
            // Announced by the door, then once for each result: no loop.
            assertThat(facility.count(
                            "select generation_received from journal_dataset where location = '" + raw.key() + "'"))
                    .isBetween(2L, 4L);

            PlayedDataset later = facility.stored("run_02");
            facility.send(later.key() + "/autoPROC", result(later, "autoPROC", "78.77", "1.71"));
            service.awaitState(later.key() + "/autoPROC", "SKIPPED");
            facility.announce(later);
            awaitCell(later, "78.77");
        }
    }

    private static void awaitCell(PlayedDataset raw, String a) {
        await().atMost(PATIENCE)
                .until(() -> Files.exists(raw.imgCif())
                        && Files.readString(raw.imgCif()).matches("(?s).*_cell.length_a\\s+" + a + "\\s.*"));
    }

    /** All that the file says of geometry and frames: from the axes on, but for the words on the measurement. */
    private static List<String> geometry(PlayedDataset raw) throws IOException {
        String file = Files.readString(raw.imgCif());
        int words = file.indexOf("_diffrn_measurement.details");
        return (file.substring(file.indexOf("_axis.id"), words) + file.substring(file.indexOf("\nloop_", words)))
                .lines()
                .toList();
    }

    private static String result(PlayedDataset raw, String program, String a, String resolution) {
        return """
                {"datasetName": "%s", "proposalName": "mx2463", "path": "%s/%s", "input": ["%s"], "parameters": {
                  "Process_program": "%s",
                  "MXAutoprocIntegration_cell_a": "%s", "MXAutoprocIntegration_cell_b": "78.92",
                  "MXAutoprocIntegration_cell_c": "36.97", "MXAutoprocIntegration_cell_alpha": "90.0",
                  "MXAutoprocIntegration_cell_beta": "90.0", "MXAutoprocIntegration_cell_gamma": "90.0",
                  "MXAutoprocIntegration_space_group": "P 43 21 2",
                  "MXAutoprocIntegration_detector_distance": "142.61",
                  "MXAutoprocIntegrationScaling_overall_resolution_limit_high": "%s"}}
                """.formatted(program, raw.key(), program, raw.key(), program, a, resolution);
    }
}
