package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.stored.Presence;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"imgcif.checks.network.hosts", "imgcif.checks.network.private-hosts"})
    void aMistakeInAHostIsSaid(String setting) {
        assertThatThrownBy(() -> evidence(Map.of(setting, "zenodo.org,https://archive.example.org/")))
                .hasMessageStartingWith("imgcif.checks.network.hosts and imgcif.checks.network.private-hosts: ")
                .hasMessageContaining("'https://archive.example.org/' names no hosts: write archive.example.org");
    }

    private static Evidence evidence(Map<String, String> settings) {
        return new CheckHouse().evidence(Settings.of(settings));
    }
}
