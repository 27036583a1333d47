package io.github.icatimgcif.entrypoint.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.MarksInMemory;
import io.github.icatimgcif.conversion.Publication;
import io.github.icatimgcif.conversion.collect.CatalogueChanges;
import io.github.icatimgcif.conversion.collect.CatalogueChanges.Facts;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChangedFactsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Publication UNPUBLISHED = new Publication(Optional.empty(), Optional.empty());

    private final List<String> done = new ArrayList<>();

    @Test
    void aRegistrationThatIsGoneIsForgottenBeforeItsDatasetIsAnnounced() {
        changedFacts(Set.of(11L), Set.of()).round();

        assertThat(done).containsExactly("forget 4711 of /data/run_1", "announce /data/run_1");
    }

    @Test
    void aDatasetWhoseRegistrationIsThereIsLeftAlone() {
        changedFacts(Set.of(11L), Set.of(4711L)).round();

        assertThat(done).isEmpty();
    }

    @Test
    void theRegistrationOfARawDatasetThatIsGoneTooIsNotForgotten() {
        changedFacts(Set.of(), Set.of()).round();

        assertThat(done).isEmpty();
    }

    private ChangedFacts changedFacts(Set<Long> raw, Set<Long> registrations) {
        KnownDatasets journal = (KnownDatasets) Proxy.newProxyInstance(
                KnownDatasets.class.getClassLoader(),
                new Class<?>[] {KnownDatasets.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "inLine" -> 0L;
                    case "inCatalogueBelow" -> List.of(known());
                    case "forgetRegistration" -> {
                        done.add("forget " + arguments[1] + " of " + arguments[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Again again = new Again(journal, (dataset, arrival) -> done.add("announce " + dataset.location()));
        return new ChangedFacts(
                new Catalogue(raw, registrations),
                journal,
                new MarksInMemory(),
                again,
                1,
                200,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static KnownDataset known() {
        return new KnownDataset(
                1,
                "run_1",
                "mx2463",
                "",
                "/data/run_1",
                Optional.of(11L),
                false,
                Optional.of(NOW.minusSeconds(3600)),
                Optional.of(UNPUBLISHED),
                Optional.empty(),
                Optional.of(4711L),
                Set.of());
    }

    /** A catalogue with these datasets, of which nothing changed. */
    private record Catalogue(Set<Long> raw, Set<Long> registrations) implements CatalogueChanges {

        @Override
        public Map<Long, Facts> now(List<Long> ids) {
            return raw.contains(11L) ? Map.of(11L, new Facts(Optional.empty(), UNPUBLISHED)) : Map.of();
        }

        @Override
        public Set<Long> stillThere(List<Long> ids) {
            return registrations;
        }

        @Override
        public List<String> parametersCorrectedSince(long id, Instant time) {
            return List.of();
        }
    }
}
