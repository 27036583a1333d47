package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.deployment.Compose;
import io.github.icatimgcif.deployment.Yaml;
import io.github.icatimgcif.entrypoint.access.AccessMode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the service makes of the environment that Docker Compose gives it. */
final class ComposeSettingsTest {

    @Test
    void aVariableThatNobodySetsIsAsIfItWereNotThere() throws IOException {
        ServiceConfig config = Settings.ofEnvironment(environment());

        assertThat(config.icat().url()).isEmpty();
        assertThat(config.icat().plugin()).isEqualTo("simple");
        assertThat(config.ids().url()).isEmpty();
        assertThat(config.activemq().brokers()).isEmpty();
        assertThat(config.access().operators()).isEmpty();
        assertThat(config.access().administrators()).isEmpty();
        assertThat(config.access().announcers()).isEmpty();
    }

    @Test
    void aVariableThatIsSetReachesTheService() throws IOException {
        Map<String, String> environment = environment();
        environment.put("IMGCIF_ACCESS_OPERATORS", "simple/alice,grouping:imgcif-operators");
        environment.put("IMGCIF_IDS_URL", "https://icat.example.org/ids");

        ServiceConfig config = Settings.ofEnvironment(environment);

        assertThat(config.access().operators().orElseThrow())
                .containsExactly("simple/alice", "grouping:imgcif-operators");
        assertThat(config.ids().url()).contains("https://icat.example.org/ids");
    }

    @Test
    void withoutAnIcatTheDemonstrationIsOpen() throws IOException {
        assertThat(mode(environment())).isEqualTo(AccessMode.OPEN);
    }

    @Test
    void withAnIcatItsSessionsTellWhoMayDoWhatThoughNobodySaysSo() throws IOException {
        Map<String, String> environment = environment();
        environment.put("IMGCIF_ICAT_URL", "https://icat.example.org/icat");

        assertThat(mode(environment)).isEqualTo(AccessMode.ICAT);
    }

    @Test
    void whatIsSaidOfAccessHolds() throws IOException {
        Map<String, String> environment = environment();
        environment.put("IMGCIF_ACCESS", "local");

        assertThat(mode(environment)).isEqualTo(AccessMode.LOCAL);
    }

    private static AccessMode mode(Map<String, String> environment) {
        return new AccessHouse()
                .accessSettings(Settings.ofEnvironment(environment))
                .mode();
    }

    private static Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>();
        Yaml.map(Yaml.map(Compose.services(), "imgcif-1"), "environment")
                .forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return environment;
    }
}
