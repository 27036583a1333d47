package io.github.icatimgcif.entrypoint.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.overview.FailureCause;
import io.github.icatimgcif.conversion.overview.Flow;
import io.github.icatimgcif.conversion.overview.FoundEntry;
import io.github.icatimgcif.conversion.overview.Overview;
import io.github.icatimgcif.conversion.overview.RecentOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SearchTest {

    /** 12 345 datasets, every thousandth of them of another visit. */
    private final Search search = new Search(new Folders(12_345));

    @Test
    void aPatternIsLookedThroughPieceByPieceAndGoesOnWhereItStopped() {
        Search.Found first = search.find(SearchKind.PATH, "/data/**/run_9??", 0);
        assertThat(first.entries()).hasSize(Search.PAGE);
        assertThat(first.next()).contains(949L);

        Search.Found second = search.find(SearchKind.PATH, "/data/**/run_9??", 949);
        assertThat(second.entries()).first().extracting(FoundEntry::id).isEqualTo(950L);
    }

    @Test
    void aPatternThatHardlyAnythingMatchesIsNotLookedForWithoutEnd() {
        Search.Found found = search.find(SearchKind.PATH, "/data/*/run_12345", 0);

        assertThat(found.entries()).isEmpty();
        assertThat(found.lookedFor()).contains(10_000);
        assertThat(search.find(
                                SearchKind.PATH,
                                "/data/*/run_12345",
                                found.next().orElseThrow())
                        .entries())
                .hasSize(1);
    }

    @Test
    void whatCannotBeLookedForIsRefusedWithWhatCan() {
        assertThatThrownBy(() -> search.find(SearchKind.ID, "12a", 0)).hasMessageContaining("is a number");
        assertThatThrownBy(() -> search.find(SearchKind.NAME, "a\u0000", 0)).hasMessageContaining("control characters");
        assertThatThrownBy(() -> search.find(SearchKind.PATH, "data", 0)).hasMessageContaining("begins with /");
        assertThatThrownBy(() -> search.find(SearchKind.NAME, " ", 0)).hasMessageContaining("something to look for");
    }

    @Test
    void aTextThatBeginsAsAPathIsOne() {
        assertThat(SearchKind.of("proposal", "/data")).isEqualTo(SearchKind.PATH);
        assertThat(SearchKind.of("name", "run_01")).isEqualTo(SearchKind.NAME);
        assertThat(SearchKind.of("odd", "mx2405")).isEqualTo(SearchKind.ANY);
    }

    private record Folders(int count) implements Overview {

        @Override
        public Flow flow() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<FailureCause> failures(Instant since, int most) {
            return List.of();
        }

        @Override
        public List<RecentOutcome> lastOutcomes(int most) {
            return List.of();
        }

        @Override
        public Optional<FoundEntry> withCatalogueId(long id) {
            return Optional.empty();
        }

        @Override
        public List<FoundEntry> ofProposal(String proposal, long before, int most) {
            return List.of();
        }

        @Override
        public List<FoundEntry> named(String beginning, long after, int most) {
            return List.of();
        }

        @Override
        public List<FoundEntry> locatedAt(String beginning, long after, int most) {
            return LongStream.rangeClosed(after + 1, count)
                    .limit(most)
                    .mapToObj(Folders::entry)
                    .toList();
        }

        private static FoundEntry entry(long id) {
            return new FoundEntry(
                    id, "run_" + id, "mx2405", "/data/mx2405/run_" + id, DatasetState.REGISTERED, "", Instant.EPOCH);
        }
    }
}
