package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.backlog.Candidate;
import io.github.icatimgcif.backlog.CatalogueDatasets.Page;
import io.github.icatimgcif.backlog.PathGlob;
import io.github.icatimgcif.backlog.Selection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What ICAT is asked by a backlog. */
final class IcatSelectionTest {

    private static final Optional<String> ANY = Optional.empty();

    @Test
    void theDatasetsOfAProposalComeWithWhatABacklogNeedsToKnow() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            long elsewhere = laboratory.stub.content().addInvestigation("MX9999", "ID23-1");
            laboratory.stub.content().addDataset(elsewhere, "other", "/data/other");

            Page page = icat.selection().selected(of(Optional.of("mx2562"), ANY, ANY, ANY), 0);

            assertThat(page.next()).isEmpty();
            assertThat(page.datasets())
                    .containsExactly(new Candidate(
                            "Ins-x0303-run_06",
                            "MX2562",
                            "ID23-1",
                            Set.of("ID23-1"),
                            "Ins-x0303",
                            Laboratory.RAW,
                            Optional.of(laboratory.raw),
                            Optional.empty(),
                            true,
                            false));
        }
    }

    @Test
    void aJobOfOursMakesADatasetARegisteredOne() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            long collection = laboratory.stub.content().add("DataCollection", Map.of());
            laboratory
                    .stub
                    .content()
                    .add("DataCollectionDataset", Map.of("dataCollection", collection, "dataset", laboratory.raw));
            laboratory
                    .stub
                    .content()
                    .add(
                            "Job",
                            Map.of(
                                    "application",
                                    laboratory.stub.content().id("Application", "icat-imgcif"),
                                    "inputDataCollection",
                                    collection));

            assertThat(icat.selection()
                            .selected(of(ANY, Optional.of("id23-1"), ANY, ANY), 0)
                            .datasets())
                    .singleElement()
                    .matches(Candidate::registered);
        }
    }

    @Test
    void sessionsBeamlinesSamplesDaysAndPathsAreAskedFor() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            Map<String, Object> day = new HashMap<>();
            day.put("startDate", "2024-03-10T14:02:11.000+01:00");
            laboratory.stub.content().change("Dataset", laboratory.raw, day);

            assertThat(found(icat, of(ANY, Optional.of("20240310"), ANY, ANY))).isEqualTo(1);
            assertThat(found(icat, of(ANY, Optional.of("20240311"), ANY, ANY))).isZero();
            assertThat(found(icat, of(ANY, ANY, Optional.of("id23-1"), ANY))).isEqualTo(1);
            assertThat(found(icat, of(ANY, ANY, Optional.of("ID30B"), ANY))).isZero();
            assertThat(found(icat, of(ANY, ANY, ANY, Optional.of("Ins-x0303")))).isEqualTo(1);
            assertThat(found(icat, of(ANY, ANY, ANY, Optional.of("O'Brien")))).isZero();
            assertThat(found(icat, within("2024-03-10", "2024-03-10"))).isEqualTo(1);
            assertThat(found(icat, within("2024-03-13", "2024-03-14"))).isZero();
            assertThat(found(icat, at("/data/visitor/mx2562/**"))).isEqualTo(1);
            assertThat(found(icat, at("/data/visitor/mx2563/**"))).isZero();
        }
    }

    @Test
    void manyIdsAreAskedForInSeveralQuestionsThatFitIntoAUrl() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            Set<Long> ids = new TreeSet<>(List.of(laboratory.raw));
            for (long id = 4_000_000_000L; id < 4_000_000_900L; id++) {
                ids.add(id);
            }
            Selection selection = new Selection(
                    ANY, ANY, ANY, Optional.empty(), Optional.empty(), ANY, ids, Optional.empty(), Set.of());

            int found = 0;
            int pages = 0;
            Optional<Long> position = Optional.of(0L);
            while (position.isPresent()) {
                Page page = icat.selection().selected(selection, position.get());
                found += page.datasets().size();
                position = page.next();
                pages++;
            }

            assertThat(found).isEqualTo(1);
            assertThat(pages).isEqualTo(4);
        }
    }

    private static int found(Icat icat, Selection selection) {
        return icat.selection().selected(selection, 0).datasets().size();
    }

    private static Selection of(
            Optional<String> proposal, Optional<String> session, Optional<String> beamline, Optional<String> sample) {
        return new Selection(
                proposal,
                session,
                beamline,
                Optional.empty(),
                Optional.empty(),
                sample,
                Set.of(),
                Optional.empty(),
                Set.of());
    }

    private static Selection within(String from, String to) {
        return new Selection(
                ANY,
                ANY,
                ANY,
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to)),
                ANY,
                Set.of(),
                Optional.empty(),
                Set.of());
    }

    private static Selection at(String glob) {
        return new Selection(
                ANY,
                ANY,
                ANY,
                Optional.empty(),
                Optional.empty(),
                ANY,
                Set.of(),
                Optional.of(new PathGlob(glob)),
                Set.of());
    }
}
