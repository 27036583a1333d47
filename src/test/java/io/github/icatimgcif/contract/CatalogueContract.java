package io.github.icatimgcif.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.register.Catalogue;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import io.github.icatimgcif.conversion.validate.Judgement;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every catalogue has to keep. A catalogue's own test extends this. */
public abstract class CatalogueContract {

    private static final String CONTENT = "a1".repeat(32);
    private static final String OTHER_CONTENT = "b2".repeat(32);

    /** The catalogue that is judged. */
    protected abstract Catalogue catalogue();

    /** The entry of a raw dataset that the catalogue has. */
    protected abstract CatalogueEntry entryOf(StoredDataset raw);

    /** Names of the datasets that the catalogue calls made from a raw one, complete ones only. */
    protected abstract List<String> derivedFrom(CatalogueEntry raw);

    @Test
    void aRegistrationIsADatasetMadeFromTheRawOne() {
        var request = request("once", CONTENT);

        Registration registration = catalogue().register(request);

        assertThat(registration.existed()).isFalse();
        assertThat(derivedFrom(request.entry())).containsExactly(registration.name());
    }

    @Test
    void theSameRegistrationAgainIsTheSameDataset() {
        var request = request("again", CONTENT);
        Registration first = catalogue().register(request);

        Registration second = catalogue().register(request);

        assertThat(second).isEqualTo(new Registration(first.datasetId(), first.name(), true));
        assertThat(derivedFrom(request.entry())).hasSize(1);
    }

    @Test
    void anotherContentOfTheSameFileIsTheSameDatasetBroughtUpToDate() {
        Registration first = catalogue().register(request("changed", CONTENT));

        var changed = request("changed", OTHER_CONTENT);
        Registration second = catalogue().register(changed);

        assertThat(second).isEqualTo(new Registration(first.datasetId(), first.name(), false));
        assertThat(catalogue().register(changed).existed()).isTrue();
        assertThat(derivedFrom(changed.entry())).hasSize(1);
    }

    @Test
    void twoServicesThatRegisterAtOnceMakeOneRegistration() throws Exception {
        var request = request("at-once", CONTENT);
        var together = new CyclicBarrier(4);
        Callable<Registration> register = () -> {
            together.await();
            return catalogue().register(request);
        };
        ExecutorService services = Executors.newFixedThreadPool(4);
        try {
            List<Future<Registration>> registrations =
                    services.invokeAll(List.of(register, register, register, register));

            Stream<Long> ids = registrations.stream().map(CatalogueContract::idOf);
            assertThat(ids.distinct()).hasSize(1);
            assertThat(derivedFrom(request.entry())).hasSize(1);
        } finally {
            services.shutdownNow();
        }
    }

    private static long idOf(Future<Registration> registration) {
        try {
            return registration.get().datasetId();
        } catch (Exception e) {
            throw new AssertionError("a registration failed", e);
        }
    }

    @Test
    void aNewJudgementOfTheSameFileIsBroughtUpToDateOnce() {
        Registration first = catalogue().register(request("judged", CONTENT));

        var judged = judged("judged", List.of(Finding.warning("_diffrn.ambient_temperature", "nobody says it")));
        Registration second = catalogue().register(judged);

        assertThat(second.datasetId()).isEqualTo(first.datasetId());
        assertThat(second.existed()).isFalse();
        assertThat(catalogue().register(judged).existed()).isTrue();
        assertThat(derivedFrom(judged.entry())).hasSize(1);
    }

    private RegistrationRequest judged(String name, List<Finding> warnings) {
        RegistrationRequest request = request(name, CONTENT);
        return new RegistrationRequest(
                request.raw(),
                request.entry(),
                request.imgCif(),
                request.name(),
                request.frames(),
                new Judgement(warnings, true, "1.8.9"),
                request.started(),
                request.finished());
    }

    private RegistrationRequest request(String name, String sha256) {
        var raw = new StoredDataset(
                name,
                "mx-2463",
                "Therm-6",
                "/data/visitor/mx2463/id30b/20260301/RAW_DATA/" + name,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.of("id30b"),
                Optional.empty(),
                Optional.empty());
        var written = Instant.parse("2026-03-01T09:05:07Z");
        return new RegistrationRequest(
                raw,
                entryOf(raw),
                new WrittenImgCif(Path.of(raw.location(), name + ".cif"), 48_213, sha256, written, true),
                name + "-imgCIF",
                3600,
                new Judgement(List.of(), true, "1.8.9"),
                Instant.parse("2026-03-01T09:05:01Z"),
                written);
    }
}
