package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.icatstub.IcatStub;
import io.github.icatimgcif.icatstub.StubDataset;
import io.github.icatimgcif.shared.RightsInIcat;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in THREATS.md is what our user in ICAT needs: with that alone all goes on, and less of it is told by name. */
final class LeastPrivilegeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String OSCAR = "0b0b0b0b-1f2e-4d3c-8b4a-596877869504";

    private static final Map<String, String> ALL_DOORS = Map.of(
            "imgcif.sweep.every",
            "700ms",
            "imgcif.changes.every",
            "700ms",
            "imgcif.renewal.every",
            "700ms",
            "imgcif.access",
            "icat",
            "imgcif.access.operators",
            "grouping:imgcif-operators");

    @TempDir
    private Path folder;

    @Test
    void theRightsOfTheTableAreThoseThatAreNeeded() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            IcatStub icat = facility.icat();
            operators(icat);
            icat.allowOnly(RightsInIcat.all());
            PlayedDataset announced = facility.stored("announced");
            PlayedDataset swept = facility.stored("swept");
            try (ServiceProcess service = facility.start("one", ALL_DOORS).awaitReady()) {
                facility.announce(announced);
                awaitRegistered(service, announced);
                awaitRegistered(service, swept);
                StubDataset before = assertRegisteredOnce(facility, announced);
                correct(facility, announced);
                await().atMost(PATIENCE)
                        .until(() -> icat.content().dataset(before.name()).stream()
                                .anyMatch(now -> !now.files().equals(before.files())));
                awaitRegistered(service, announced);
                assertThat(service.get("/api/dead-letters?sessionId=" + OSCAR).statusCode())
                        .as("an operator by his group")
                        .isEqualTo(200);

                assertRegisteredOnce(facility, swept);
                assertThat(assertRegisteredOnce(facility, announced).id()).isEqualTo(before.id());
            }

            assertThat(icat.triedRights()).containsExactlyInAnyOrderElementsOf(RightsInIcat.all());
        }
    }

    @Test
    void aRightThatLacksIsToldByName() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            Set<String> lacking = new TreeSet<>(RightsInIcat.all());
            assertThat(lacking.remove("CREATE Job")).isTrue();
            facility.icat().allowOnly(lacking);
            PlayedDataset raw = facility.stored("run_01");
            try (ServiceProcess service = facility.start("one", Map.of()).awaitReady()) {
                facility.announce(raw);
                JsonPath report = service.awaitState(raw.key(), "FAILED", "REFUSED");

                assertThat(report.prettify())
                        .contains("our ICAT user 'simple/" + IcatStub.USER + "' lacks a right")
                        .contains("CREATE access to this Job is not allowed");

                facility.icat().allowOnly(RightsInIcat.all());
                facility.announce(raw);
                service.awaitState(raw.key(), "REGISTERED");
            }
            assertRegisteredOnce(facility, raw);
        }
    }

    private static void operators(IcatStub icat) {
        long oscar = icat.content().add("User", Map.of("name", "simple/oscar"));
        long group = icat.content().add("Grouping", Map.of("name", "imgcif-operators"));
        icat.content().add("UserGroup", Map.of("user", oscar, "grouping", group));
        icat.beginSession(OSCAR, "oscar");
    }

    /** Gives the dataset a DOI, which its imgCIF says. */
    private static void correct(PlayedFacility facility, PlayedDataset raw) {
        facility.icat()
                .content()
                .change(
                        "Dataset",
                        facility.icat()
                                .content()
                                .dataset(raw.name())
                                .orElseThrow()
                                .id(),
                        Map.of("doi", "10.15151/ESRF-DC-142893590"));
    }

    /** Returns when the dataset is registered; a door that looks at it again finds it unchanged. */
    private static void awaitRegistered(ServiceProcess service, PlayedDataset raw) {
        String path = "/api/datasets/by-location?location=" + raw.key() + "&sessionId=" + OSCAR;
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(JsonPath.from(service.get(path).body()).getMap(""))
                                .extractingByKey("state")
                                .isIn("REGISTERED", "UNCHANGED"));
    }
}
