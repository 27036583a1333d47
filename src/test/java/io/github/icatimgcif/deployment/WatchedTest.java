package io.github.icatimgcif.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which metrics an expression looks at. */
final class WatchedTest {

    @Test
    void namesOfMetricsAreFoundAmongFunctionsLabelsAndNumbers() {
        assertThat(Watched.metrics("histogram_quantile(0.95, sum by (le, stage)"
                        + " (rate(imgcif_a_bucket{stage!=\"b\"}[15m]))) > 1e3 and"
                        + " deriv(max(kafka_lag{c=\"d\"})[15m:1m]) offset 1h or on () group_left"
                        + " vector(0)"))
                .containsExactly("imgcif_a_bucket", "kafka_lag");
    }

    @Test
    void theAlertsLookAtMetricsOfTheServiceAndOfItsProcess() throws Exception {
        assertThat(Watched.metrics())
                .contains("imgcif_dead_letters", "imgcif_stage_seconds_bucket", "jvm_memory_used_bytes", "up")
                .allMatch(name -> name.matches("(imgcif|jvm|process|agroal|kafka)_[a-z_]+|up|ALERTS"));
    }
}
