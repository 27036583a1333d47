package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.web.AllowedHosts;
import io.github.icatimgcif.adapter.web.WebSettings;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.stored.StoredFiles;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Makes what the doors need to judge imgCIFs. */
@Singleton
public final class CheckHouse {

    /** What a check in the service may look at besides the file: nothing, unless hosts are configured. */
    @Produces
    @Singleton
    @Unremovable
    Evidence evidence(ServiceConfig config) {
        return new Evidence(files(config.checks().network()), Optional.empty());
    }

    /** A mistake in the configuration stops the start, and does not wait for the first check. */
    void started(@Observes StartupEvent event, Evidence evidence) {}

    private static Optional<StoredFiles> files(ServiceConfig.Network network) {
        List<String> hosts = network.hosts().orElse(List.of());
        List<String> privateHosts = network.privateHosts().orElse(List.of());
        WebSettings settings = new WebSettings(
                hosts,
                privateHosts,
                network.connectTimeout(),
                network.answerTime(),
                network.fileTime(),
                network.largestFile(),
                network.mostAsked(),
                "icat-imgcif/" + ServiceVersion.get());
        try {
            return hosts.isEmpty() && privateHosts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AllowedHosts(settings));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "imgcif.checks.network.hosts and imgcif.checks.network.private-hosts: " + e.getMessage(), e);
        }
    }
}
