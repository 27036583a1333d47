package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.ingest.IngestQueue;
import io.github.icatimgcif.adapter.ingest.StompAddress;
import io.github.icatimgcif.adapter.ingest.StoreDatasetMessage;
import io.github.icatimgcif.adapter.outbox.Carrier;
import io.github.icatimgcif.adapter.outbox.HandoverTable;
import io.github.icatimgcif.conversion.Facility;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import io.github.icatimgcif.conversion.register.Registrar;
import io.github.icatimgcif.conversion.register.RegistrationAndMessage;
import io.github.icatimgcif.conversion.register.RegistrationByMessage;
import io.github.icatimgcif.conversion.register.RegistrationMessage;
import io.github.icatimgcif.conversion.register.RegistrationTarget;
import io.github.icatimgcif.conversion.register.ShownContent;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the way in which the facility wants imgCIFs to be registered. */
@Singleton
public final class IngestHouse {

    private final IngestConfig config;
    private final Facility facility;
    private final TrustedCertificates trusted;

    IngestHouse(IngestConfig config, Facility facility, TrustedCertificates trusted) {
        this.config = config;
        this.facility = facility;
        this.trusted = trusted;
    }

    @Produces
    @Singleton
    Registrar registrar(CatalogueParts catalogue, HandoverTable handovers, Clock clock) {
        RegistrationMessage message =
                new StoreDatasetMessage(facility.catalogueNames(), machine(), "icat-imgcif_v" + ServiceVersion.get());
        return switch (facility.registration()) {
            case ICAT -> Registrar.in(catalogue.catalogue());
            case STORE_DATASET ->
                new RegistrationByMessage(
                        message,
                        handovers,
                        catalogue.datasets(),
                        content(catalogue.metadata()),
                        new RegistrationByMessage.Resending(config.resendAfter(), config.mostSent()),
                        clock);
            case BOTH -> new RegistrationAndMessage(catalogue.catalogue(), message, handovers);
        };
    }

    /** The checksum is among the parameters of a registration where the facility has a name for it. */
    private ShownContent content(MetadataSource metadata) {
        Optional<SourceTerm> term =
                facility.catalogueNames().parameter(Fact.SHA256).map(SourceTerm::parameter);
        return (registered, entry) ->
                term.flatMap(name -> metadata.read(registered, Optional.of(entry)).readings().stream()
                        .filter(reading -> reading.term().equals(name))
                        .map(Reading::text)
                        .findFirst());
    }

    /** The way to the ingester; empty where nothing goes there. */
    Optional<Carrier> carrier() {
        if (config.url().isEmpty()) {
            if (facility.registration() == RegistrationTarget.ICAT) {
                return Optional.empty();
            }
            throw new IllegalStateException("the facility '" + facility.id()
                    + "' registers by messages: imgcif.ingest.url must say where its broker speaks STOMP"
                    + " (stomp://mq.example.org:61613)");
        }
        IngestQueue queue = new IngestQueue(
                StompAddress.parse(config.url().get()),
                config.queue(),
                login(),
                config.connectTimeout(),
                config.answerTime(),
                trusted.context().getSocketFactory());
        return Optional.of(messages -> queue.send(messages.stream()
                .map(message -> new IngestQueue.Text(message.id(), message.body()))
                .toList()));
    }

    private Map<String, String> login() {
        Map<String, String> login = new HashMap<>();
        config.username().ifPresent(name -> login.put("login", name));
        config.password().ifPresent(password -> login.put("passcode", password));
        return login;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // a machine without a name
        }
    }
}
