package io.github.icatimgcif.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboards that Grafana is given. */
final class DashboardTest {

    private static final Path PROVISIONING = Path.of("monitoring/grafana/provisioning");

    @Test
    void prometheusUnderstandsWhatEachPanelAsks(@TempDir Path folder) throws Exception {
        List<String> rules = new ArrayList<>(List.of("groups:", "- name: dashboards", "  rules:"));
        for (Path dashboard : Watched.dashboards()) {
            for (String question : Watched.questions(dashboard)) {
                rules.add("  - record: question:" + rules.size());
                rules.add("    expr: " + new ObjectMapper().writeValueAsString(question));
            }
        }
        Files.write(folder.resolve("questions.yml"), rules);

        Tool.Ended ended = Tool.run(folder, List.of(Tool.named("promtool"), "check", "rules", "questions.yml"));

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.output()).contains((rules.size() - 3) / 2 + " rules found");
    }

    @Test
    void eachPanelAsksTheSourceThatIsProvisioned() throws Exception {
        Map<String, Object> source = Yaml.maps(
                        Yaml.document(PROVISIONING.resolve("datasources/prometheus.yml")), "datasources")
                .get(0);
        for (Path dashboard : Watched.dashboards()) {
            List<JsonNode> sources = read(dashboard).findValues("datasource");

            assertThat(sources).isNotEmpty().allSatisfy(named -> {
                assertThat(named.path("uid").asText()).isEqualTo(source.get("uid"));
                assertThat(named.path("type").asText()).isEqualTo(source.get("type"));
            });
        }
    }

    @Test
    void noPanelStandsOnAnotherAndEachHasANumberATitleAndAQuestion() throws Exception {
        for (Path dashboard : Watched.dashboards()) {
            Set<String> places = new HashSet<>();
            Set<Integer> numbers = new HashSet<>();
            for (JsonNode panel : read(dashboard).path("panels")) {
                String title = panel.path("title").asText();
                assertThat(title).isNotEmpty();
                assertThat(numbers.add(panel.path("id").asInt())).as(title).isTrue();
                boolean asks = !panel.path("targets").isEmpty();
                assertThat(asks)
                        .as(title)
                        .isEqualTo(!"row".equals(panel.path("type").asText()));
                for (String place : places(panel.path("gridPos"))) {
                    assertThat(places.add(place)).as(title + " at " + place).isTrue();
                }
            }
        }
    }

    @Test
    void theDashboardsAreWhereGrafanaLooks() throws Exception {
        Map<String, Object> provider = Yaml.maps(
                        Yaml.document(PROVISIONING.resolve("dashboards/icat-imgcif.yml")), "providers")
                .get(0);
        Map<String, Object> grafana =
                Yaml.map(Yaml.map(Yaml.document(Path.of("docker-compose.yml")), "services"), "grafana");

        assertThat(Yaml.texts(grafana, "volumes"))
                .contains(
                        "./monitoring/grafana/dashboards:"
                                + Yaml.map(provider, "options").get("path") + ":ro",
                        "./" + PROVISIONING + ":/etc/grafana/provisioning:ro");
        assertThat(Watched.dashboards()).isNotEmpty();
    }

    private static List<String> places(JsonNode grid) {
        List<String> places = new ArrayList<>();
        int right = grid.path("x").asInt() + grid.path("w").asInt();
        assertThat(right).isLessThanOrEqualTo(24); // as wide as Grafana's grid is
        for (int x = grid.path("x").asInt(); x < right; x++) {
            for (int y = grid.path("y").asInt();
                    y < grid.path("y").asInt() + grid.path("h").asInt();
                    y++) {
                places.add(x + "," + y);
            }
        }
        return places;
    }

    private static JsonNode read(Path dashboard) throws IOException {
        return new ObjectMapper().readTree(Files.readString(dashboard));
    }
}
