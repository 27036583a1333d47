package io.github.icatimgcif.conversion.register;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.dataset.StoredDataset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers where others fill the catalogue: a message asks them, nobody answers, and the registration counts when the catalogue
 * shows it. What is not seen in time is asked for again, a bounded number of times, under the same name and location, so that
 * whoever gets both messages makes one dataset of them.
 */
public final class RegistrationByMessage implements Registrar {

    private final RegistrationMessage message;
    private final Handovers handovers;
    private final Datasets datasets;
    private final ShownContent content;
    private final Resending resending;
    private final Clock clock;

    /**
     * When a registration that is not seen is asked for again.
     *
     * @param resendAfter how long after a message has left the next one is sent
     * @param mostSent    how many messages there are at most, the first included
     */
    public record Resending(Duration resendAfter, int mostSent) {
        public Resending {
            if (resendAfter.isNegative() || resendAfter.isZero() || mostSent < 1) {
                throw new IllegalArgumentException(
                        "a registration is waited for a while and asked for at least once, not " + resendAfter + " and "
                                + mostSent + " times");
            }
        }
    }

    /**
     * @param datasets where a registration is looked for
     * @param content  tells an earlier registration of the same raw dataset from this one
     */
    public RegistrationByMessage(
            RegistrationMessage message,
            Handovers handovers,
            Datasets datasets,
            ShownContent content,
            Resending resending,
            Clock clock) {
        this.message = message;
        this.handovers = handovers;
        this.datasets = datasets;
        this.content = content;
        this.resending = resending;
        this.clock = clock;
    }

    @Override
    public Registering bringOn(RegistrationRequest request) {
        Optional<Handovers.Noted> noted = handovers
                .find(request.raw().identity())
                .filter(handover -> handover.content().equals(request.content()));
        if (noted.isEmpty()) {
            return handedOver(request, 1);
        }
        if (noted.get().left().isEmpty()) {
            return new Registering.Awaited("the registration waits for the broker of the ingester", Optional.empty());
        }
        Optional<CatalogueEntry> shown = shown(request);
        if (shown.isPresent() && !isOfEarlier(shown.get(), request)) {
            return new Registering.Done(
                    new Registration(
                            shown.get().id(), request.name(), noted.get().confirmed()),
                    Optional.empty());
        }
        if (noted.get().confirmed()) {
            // Somebody took it out of the catalogue since.
            return handedOver(request, 1);
        }
        return awaited(request, noted.get(), noted.get().left().get());
    }

    private Registering awaited(RegistrationRequest request, Handovers.Noted noted, Instant left) {
        if (clock.instant().isBefore(left.plus(resending.resendAfter()))) {
            return new Registering.Awaited(
                    "message " + noted.number() + " of at most " + resending.mostSent() + " left at " + left
                            + "; the catalogue does not show '" + request.name() + "' of this content yet",
                    Optional.empty());
        }
        if (noted.number() < resending.mostSent()) {
            return handedOver(request, noted.number() + 1);
        }
        return new Registering.GivenUp("the catalogue does not show the dataset '" + request.name() + "' at "
                + request.location() + " with the SHA-256 " + request.imgCif().sha256() + ", though " + noted.number()
                + " messages asked the ingester for it, the last at "
                + left + ": see whether the ingester reads its queue and what its log says of this location; then"
                + " announce the raw dataset again");
    }

    private Registering handedOver(RegistrationRequest request, int number) {
        Handover handover =
                new Handover(request.name(), request.location(), request.content(), number, message.of(request));
        return new Registering.Awaited(
                "message " + number + " of at most " + resending.mostSent() + " asks the ingester for '"
                        + request.name() + "'",
                Optional.of(handover));
    }

    /** A catalogue that does not say which content it shows is believed. */
    private boolean isOfEarlier(CatalogueEntry shown, RegistrationRequest request) {
        return content.sha256(wanted(request), shown)
                .filter(sha256 -> !sha256.equals(request.imgCif().sha256()))
                .isPresent();
    }

    /** The dataset of our name at our location, if the catalogue shows it. */
    private Optional<CatalogueEntry> shown(RegistrationRequest request) {
        return datasets.find(wanted(request))
                .filter(entry -> entry.processed() && entry.name().equals(request.name()));
    }

    private static StoredDataset wanted(RegistrationRequest request) {
        return new StoredDataset(
                request.name(),
                request.entry().proposal(),
                request.raw().sample(),
                request.location(),
                Map.of(),
                List.of(request.raw().location()),
                Optional.empty(),
                request.raw().beamline(),
                Optional.empty(),
                Optional.empty());
    }
}
