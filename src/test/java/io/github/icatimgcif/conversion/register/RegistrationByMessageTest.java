package io.github.icatimgcif.conversion.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.conversion.register.Handovers.Noted;
import io.github.icatimgcif.conversion.register.RegistrationByMessage.Resending;
import io.github.icatimgcif.conversion.validate.Judgement;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RegistrationByMessageTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final RegistrationRequest REQUEST = request("a1");
    private static final Datasets SHOWS_NOTHING = dataset -> Optional.empty();
    private static final Datasets SHOWS_IT =
            dataset -> Optional.of(entry(58_213, dataset.name(), dataset.location(), true));

    @Test
    void aContentThatWasNeverHandedOverIsHandedOver() {
        var registering = registrar(Optional.empty(), SHOWS_IT).bringOn(REQUEST);

        assertThat(handover(registering))
                .contains(
                        new Handover("run_01_imgCIF_7", "/data/mx2532/PROCESSED/run_01", REQUEST.content(), 1, "xml"));
    }

    @Test
    void aNewContentIsHandedOverThoughTheOldOneIsRegistered() {
        var old = new Noted(request("b2").content(), 1, Optional.of(NOW.minusSeconds(7)), true);

        assertThat(handover(registrar(Optional.of(old), SHOWS_IT).bringOn(REQUEST)))
                .isPresent();
    }

    @Test
    void whatTheCatalogueShowsIsRegisteredOnceAndUnchangedAfterThat() {
        assertThat(registrar(noted(1, 7, false), SHOWS_IT).bringOn(REQUEST))
                .isEqualTo(new Registering.Done(new Registration(58_213, "run_01_imgCIF_7", false), Optional.empty()));
        assertThat(registrar(noted(1, 7, true), SHOWS_IT).bringOn(REQUEST))
                .isEqualTo(new Registering.Done(new Registration(58_213, "run_01_imgCIF_7", true), Optional.empty()));
    }

    @Test
    void anEarlierContentUnderTheSameNameIsNoConfirmation() {
        ShownContent earlier = (wanted, shown) -> Optional.of("b2".repeat(32));
        ShownContent ours = (wanted, shown) -> Optional.of(REQUEST.imgCif().sha256());

        assertThat(registrar(noted(1, 7, false), SHOWS_IT, earlier).bringOn(REQUEST))
                .isInstanceOfSatisfying(
                        Registering.Awaited.class,
                        awaited -> assertThat(awaited.cause()).contains("of this content yet"));
        assertThat(registrar(noted(3, 3600, false), SHOWS_IT, earlier).bringOn(REQUEST))
                .isInstanceOfSatisfying(
                        Registering.GivenUp.class,
                        given -> assertThat(given.cause())
                                .contains(REQUEST.imgCif().sha256()));
        assertThat(registrar(noted(1, 7, false), SHOWS_IT, ours).bringOn(REQUEST))
                .isInstanceOf(Registering.Done.class);
    }

    @Test
    void aMessageThatHasNotLeftIsNotFollowedByAnother() {
        var noted = Optional.of(new Noted(REQUEST.content(), 1, Optional.empty(), false));

        var registering = registrar(noted, SHOWS_NOTHING).bringOn(REQUEST);

        assertThat(registering).isInstanceOf(Registering.Awaited.class);
        assertThat(handover(registering)).isEmpty();
    }

    @Test
    void whatIsNotSeenIsWaitedForThenAskedForAgainThenGivenUp() {
        assertThat(handover(registrar(noted(1, 3599, false), SHOWS_NOTHING).bringOn(REQUEST)))
                .isEmpty();
        assertThat(handover(registrar(noted(1, 3600, false), SHOWS_NOTHING).bringOn(REQUEST))
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
        assertThat(registrar(noted(3, 3600, false), SHOWS_NOTHING).bringOn(REQUEST))
                .isInstanceOfSatisfying(
                        Registering.GivenUp.class,
                        given -> assertThat(given.cause())
                                .contains("/data/mx2532/PROCESSED/run_01")
                                .contains("3 messages")
                                .contains("announce the raw dataset again"));
    }

    @Test
    void aDatasetOfAnotherNameOrARawOneIsNoConfirmation() {
        Datasets other = dataset -> Optional.of(entry(9, "run_01_autoPROC", dataset.location(), true));
        Datasets raw = dataset -> Optional.of(entry(9, dataset.name(), dataset.location(), false));

        assertThat(registrar(noted(1, 7, false), other).bringOn(REQUEST)).isInstanceOf(Registering.Awaited.class);
        assertThat(registrar(noted(1, 7, false), raw).bringOn(REQUEST)).isInstanceOf(Registering.Awaited.class);
    }

    private static Optional<Handover> handover(Registering registering) {
        return ((Registering.Awaited) registering).handover();
    }

    private static Optional<Noted> noted(int number, long secondsAgo, boolean confirmed) {
        return Optional.of(new Noted(REQUEST.content(), number, Optional.of(NOW.minusSeconds(secondsAgo)), confirmed));
    }

    private static RegistrationByMessage registrar(Optional<Noted> noted, Datasets datasets) {
        return registrar(noted, datasets, (wanted, shown) -> Optional.empty());
    }

    private static RegistrationByMessage registrar(Optional<Noted> noted, Datasets datasets, ShownContent content) {
        return new RegistrationByMessage(
                request -> "xml",
                identity -> noted,
                datasets,
                content,
                new Resending(Duration.ofHours(1), 3),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static CatalogueEntry entry(long id, String name, String location, boolean processed) {
        return new CatalogueEntry(
                id,
                name,
                location,
                12,
                "mx2532",
                "id23-2",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                processed);
    }

    private static RegistrationRequest request(String digits) {
        String location = "/data/mx2532/RAW_DATA/run_01";
        var raw = new StoredDataset(
                "run_01",
                "mx2532",
                "Lyso",
                location,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.of("id23-2"),
                Optional.empty(),
                Optional.empty());
        return new RegistrationRequest(
                raw,
                entry(4711, "run_01", location, false),
                new WrittenImgCif(
                        Path.of("/data/mx2532/PROCESSED/run_01/run_01.cif"), 48_213, digits.repeat(32), NOW, false),
                "run_01_imgCIF_7",
                900,
                new Judgement(List.of(), true, "1.8.9"),
                NOW,
                NOW);
    }
}
