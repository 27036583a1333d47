package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Publication;
import io.github.icatimgcif.conversion.collect.CatalogueChanges.Facts;
import io.github.icatimgcif.conversion.collect.UnconvertedDatasets.Unconverted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ICAT is asked by those who look for work by themselves. */
final class IcatLookingTest {

    @Test
    void aRawDatasetIsUnconvertedUntilAJobOfOursHasItAsInput() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            long other = laboratory.stub.content().addDataset(laboratory.investigation, "run_07", "/data/run_07");
            long job = laboratory
                    .stub
                    .content()
                    .add("Application", Map.of("facility", 1L, "name", "autoPROC", "version", "2"));
            jobOf(laboratory, laboratory.raw, laboratory.stub.content().id("Application", "icat-imgcif"));
            jobOf(laboratory, other, job);

            List<Unconverted> found =
                    icat.unconverted().between(0, icat.unconverted().newestId(), 10);

            assertThat(found).singleElement().satisfies(dataset -> {
                assertThat(dataset.id()).isEqualTo(other);
                assertThat(dataset.name()).isEqualTo("run_07");
                assertThat(dataset.location()).isEqualTo("/data/run_07");
                assertThat(dataset.complete()).isTrue();
                assertThat(dataset.changedByOthers()).isPresent();
            });
        }
    }

    @Test
    void onlyAsManyAsAreAskedForComeInTheOrderOfTheirIds() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            long first = 0;
            for (int number = 0; number < 7; number++) {
                long made =
                        laboratory.stub.content().addDataset(laboratory.investigation, "r" + number, "/d/" + number);
                first = first == 0 ? made : first;
            }
            laboratory
                    .stub
                    .content()
                    .add(
                            "Dataset",
                            Map.of(
                                    "investigation",
                                    laboratory.investigation,
                                    "name",
                                    "made",
                                    "location",
                                    "/d/made",
                                    "complete",
                                    true,
                                    "type",
                                    laboratory.stub.content().id("DatasetType", "processed")));

            assertThat(icat.unconverted().between(first, first + 5, 3))
                    .extracting(Unconverted::name)
                    .containsExactly("r1", "r2", "r3");
            assertThat(icat.unconverted().between(first + 3, first + 90, 30))
                    .extracting(Unconverted::name)
                    .containsExactly("r4", "r5", "r6");
        }
    }

    @Test
    void theNewestParameterAndThePublicationOfADatasetAreSaid() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            laboratory
                    .stub
                    .content()
                    .change(
                            "Investigation",
                            laboratory.investigation,
                            Map.of(
                                    "doi",
                                    "10.15151/ESRF-ES-90632",
                                    "releaseDate",
                                    Instant.parse("2027-03-12T00:00:00Z")));
            long without = laboratory.stub.content().addDataset(laboratory.investigation, "run_08", "/data/run_08");
            laboratory.stub.content().addParameter(laboratory.raw, "startDate", "2024-03-10T11:00:00Z");

            Map<Long, Facts> facts = icat.changes().now(List.of(laboratory.raw, without, 4711L));

            Publication publication = new Publication(
                    Optional.of("10.15151/ESRF-ES-90632"), Optional.of(Instant.parse("2027-03-12T00:00:00Z")));
            assertThat(facts).containsOnlyKeys(laboratory.raw, without);
            assertThat(facts).containsEntry(without, new Facts(Optional.empty(), publication));
            assertThat(Optional.ofNullable(facts.get(laboratory.raw)).flatMap(Facts::parametersChanged))
                    .get()
                    .satisfies(time -> assertThat(time).isBetween(Instant.now().minusSeconds(60), Instant.now()));
            assertThat(icat.changes().stillThere(List.of(laboratory.raw, 4711L)))
                    .containsExactly(laboratory.raw);
            assertThat(icat.changes().stillThere(List.of())).isEmpty();
            assertThat(icat.changes().parametersCorrectedSince(laboratory.raw, Instant.EPOCH))
                    .as("made, not corrected")
                    .isEmpty();
        }
    }

    private static void jobOf(Laboratory laboratory, long dataset, long application) {
        long collection = laboratory.stub.content().add("DataCollection", Map.of());
        laboratory
                .stub
                .content()
                .add("DataCollectionDataset", Map.of("dataCollection", collection, "dataset", dataset));
        laboratory.stub.content().add("Job", Map.of("application", application, "inputDataCollection", collection));
    }
}
