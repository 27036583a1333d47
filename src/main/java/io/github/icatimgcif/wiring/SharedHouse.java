package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.entrypoint.message.MessageReader;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what several of the others need. */
@Singleton
public final class SharedHouse {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    TrustedCertificates trustedCertificates(ServiceConfig config) {
        return new TrustedCertificates(config.trustedCertificates().orElse(List.of()).stream()
                .map(file -> Path.of(file.strip()))
                .toList());
    }

    @Produces
    @Singleton
    Versions versions(
            @ConfigProperty(name = "quarkus.application.version") String service,
            FacilityFiles files,
            CifDictionary dictionary) {
        return new Versions(service, files.version(), dictionary.version());
    }

    @Produces
    @Singleton
    MessageReader messageReader(ServiceConfig config) {
        return new MessageReader(config.messages().largest());
    }
}
