package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.stored.Presence;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CheckHouseTest {

    @Test
    void nobodyIsAskedUnlessHostsAreNamed() {
        assertThat(evidence(Map.of())).isEqualTo(Evidence.NONE);
    }

    @Test
    void onlyHostsThatAreNamedAreAsked() {
        Evidence evidence = evidence(Map.of(
                "imgcif.checks.network.hosts", "archive.example.org,*.example.net",
                "imgcif.checks.network.most-asked", "7"));

        assertThat(evidence.files()).hasValueSatisfying(files -> {
            assertThat(files.mostAsked()).isEqualTo(7);
            assertThat(files.presence("https://other.example.org/a.h5"))
                    .isEqualTo(new Presence.NotAsked("other.example.org is not among the hosts that may be asked"));
        });
    }

    @Test
    void aMistakeInAHostIsSaid() {
        assertThatThrownBy(
                        () -> evidence(Map.of("imgcif.checks.network.private-hosts", "https://archive.example.org/")))
                .hasMessageContaining("'https://archive.example.org/' names no hosts: write archive.example.org");
    }

    private static Evidence evidence(Map<String, String> settings) {
        ServiceConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(ServiceConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .build()
                .getConfigMapping(ServiceConfig.class);
        return new CheckHouse().evidence(config);
    }
}
