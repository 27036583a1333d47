package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.collect.Archive;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RestoringTest {

    private final List<List<Long>> asked = new ArrayList<>();
    private final List<Long> noted = new ArrayList<>();

    @Test
    void manyAreAskedForInOneCallAndNoted() {
        restoring(List.of(4711L, 1271L, 12L), -1).run();

        assertThat(asked).containsExactly(List.of(4711L, 1271L, 12L));
        assertThat(noted).containsExactly(4711L, 1271L, 12L);
    }

    @Test
    void oneThatIsRefusedDoesNotKeepTheOthersBack() {
        Restoring restoring = restoring(List.of(4711L, 1271L, 12L), 1271);

        assertThatThrownBy(restoring::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no 1271 here");
        assertThat(asked).containsExactly(List.of(4711L), List.of(12L));
        assertThat(noted).containsExactly(4711L, 1271L, 12L);
    }

    @Test
    void withoutDatasetsNobodyIsAsked() {
        restoring(List.of(), -1).run();

        assertThat(asked).isEmpty();
    }

    private Restoring restoring(List<Long> waiting, long refused) {
        TapeQueue queue = new TapeQueue() {
            @Override
            public List<Long> next(int atMost, int most, Duration again) {
                assertThat(List.of(atMost, most)).containsExactly(50, 500);
                return waiting;
            }

            @Override
            public void askedFor(List<Long> datasets) {
                noted.addAll(datasets);
            }
        };
        Archive archive = new Archive() {
            @Override
            public Stored whereIs(CatalogueEntry entry) {
                return Stored.ARCHIVED;
            }

            @Override
            public void restore(List<Long> datasets) {
                if (datasets.contains(refused)) {
                    throw new IllegalStateException("no " + refused + " here");
                }
                asked.add(datasets);
            }
        };
        return new Restoring(queue, archive, 50, 500, Duration.ofDays(1));
    }
}
