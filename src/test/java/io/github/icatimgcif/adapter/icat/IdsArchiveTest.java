package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.collect.Archive;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.StubRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IdsArchiveTest {

    private static final CircuitBreaker.Settings TWO_FAILURES =
            new CircuitBreaker.Settings(2, Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3), 20);

    @ParameterizedTest
    @EnumSource
    void itSaysWhereTheDataAre(Archive.Stored stored) {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            laboratory.stub.storedAs(laboratory.raw, stored.name());

            assertThat(archive(laboratory, icat).whereIs(entry(icat))).isEqualTo(stored);
        }
    }

    @Test
    void aDatasetThatItDoesNotKnowIsNotOnTape() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            assertThat(archive(laboratory, icat).whereIs(entry(icat))).isEqualTo(Archive.Stored.UNKNOWN);
        }
    }

    @Test
    void aSessionThatItDoesNotKnowIsBegunAnew() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            CatalogueEntry entry = entry(icat);
            laboratory.stub.storedAs(laboratory.raw, "ARCHIVED");
            laboratory.stub.forgetSessions();

            assertThat(archive(laboratory, icat).whereIs(entry)).isEqualTo(Archive.Stored.ARCHIVED);
        }
    }

    @Test
    void manyDatasetsAreAskedForAtOnce() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            laboratory.stub.storedAs(laboratory.raw, "ARCHIVED");
            Archive archive = archive(laboratory, icat);

            archive.restore(List.of(laboratory.raw, 1271L, 1272L));

            assertThat(laboratory.stub.requests())
                    .filteredOn(request -> request.path().equals("/ids/prepareData"))
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.fields()).containsEntry("datasetIds", laboratory.raw + ",1271,1272"));
            assertThat(archive.whereIs(entry(icat))).isEqualTo(Archive.Stored.RESTORING);
        }
    }

    @Test
    void oneThatDoesNotAnswerIsUnavailableAndAskedOnlyNowAndThen() {
        try (Laboratory laboratory = new Laboratory();
                Icat icat = laboratory.client()) {
            CatalogueEntry entry = entry(icat);
            Archive archive = archive(laboratory, icat);
            laboratory.stub.failNext(IdsArchiveTest::isIds, Fault.STARTING);
            laboratory.stub.failNext(IdsArchiveTest::isIds, Fault.CUT);

            assertThatThrownBy(() -> archive.whereIs(entry)).satisfies(IdsArchiveTest::isOfTheArchive);
            assertThatThrownBy(() -> archive.restore(List.of(7L))).satisfies(IdsArchiveTest::isOfTheArchive);
            assertThatThrownBy(() -> archive.whereIs(entry))
                    .satisfies(IdsArchiveTest::isOfTheArchive)
                    .hasMessageContaining("now and then");
            assertThat(laboratory.stub.requests())
                    .filteredOn(IdsArchiveTest::isIds)
                    .hasSize(2);
        }
    }

    private static void isOfTheArchive(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Unavailable.class, away -> assertThat(away.what()).isEqualTo(WaitsFor.ARCHIVE));
    }

    private static boolean isIds(StubRequest request) {
        return request.path().startsWith("/ids/");
    }

    private static Archive archive(Laboratory laboratory, Icat icat) {
        return icat.archive(laboratory.stub.idsUri(), new CircuitBreaker(TWO_FAILURES, System::nanoTime));
    }

    private static CatalogueEntry entry(Icat icat) {
        return icat.datasets().find(Laboratory.announced()).orElseThrow();
    }
}
