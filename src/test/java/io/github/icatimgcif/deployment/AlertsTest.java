package io.github.icatimgcif.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alerts: what Prometheus itself says of them, and whether somebody who is woken finds what to do. */
final class AlertsTest {

    private static final Path PAGE = Path.of("src/docs/OPERATING.md");

    @Test
    void prometheusAcceptsTheRules() throws Exception {
        Tool.Ended ended = promtool("check", "rules", "alerts.yml");

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.output())
                .contains(Watched.alerts().size() + " rules found")
                .doesNotContain("duplicate");
    }

    @Test
    void eachAlertFiresAndIsSilentAsItsTestsSay() throws Exception {
        Tool.Ended ended = promtool("test", "rules", "alerts_test.yml");

        assertThat(ended.exit()).as(ended.output()).isZero();
    }

    @Test
    void eachAlertIsSeenToFireAndSeenToBeSilent() throws Exception {
        Map<String, Set<Boolean>> seen = new TreeMap<>();
        for (Map<String, Object> test : Yaml.maps(Yaml.document(Path.of("monitoring/alerts_test.yml")), "tests")) {
            for (Map<String, Object> expected : Yaml.maps(test, "alert_rule_test")) {
                seen.computeIfAbsent(String.valueOf(expected.get("alertname")), name -> new TreeSet<>())
                        .add(!Yaml.maps(expected, "exp_alerts").isEmpty());
            }
        }

        assertThat(seen)
                .isEqualTo(names().stream().collect(Collectors.toMap(name -> name, name -> Set.of(true, false))));
    }

    @Test
    void eachAlertHasASectionAndEachSectionAnAlert() throws Exception {
        assertThat(sections().keySet()).isEqualTo(names());
    }

    @Test
    void eachSectionTellsTheMeaningWhereToLookAndWhatToDo() throws Exception {
        assertThat(sections())
                .allSatisfy((name, text) ->
                        assertThat(text).containsSubsequence("\n- Meaning: ", "\n- Look: ", "\n- Act: "));
    }

    @Test
    void eachAlertLeadsToItsSectionAndSaysWhoIsToLook() throws Exception {
        for (Map<String, Object> alert : Watched.alerts()) {
            String name = String.valueOf(alert.get("alert"));
            assertThat(Yaml.map(alert, "annotations"))
                    .containsEntry("runbook_url", PAGE + "#" + name.toLowerCase(Locale.ROOT))
                    .containsKey("summary");
            assertThat(Yaml.map(alert, "labels").get("severity")).as(name).isIn("page", "ticket", "info");
        }
    }

    private static Set<String> names() throws IOException {
        return Watched.alerts().stream()
                .map(alert -> String.valueOf(alert.get("alert")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sections of the chapter on alerts, by their titles. */
    private static Map<String, String> sections() throws IOException {
        String page = Files.readString(PAGE);
        String chapter = page.substring(page.indexOf("\n## Alerts\n") + 1);
        chapter = chapter.split("\n## ", 2)[0];
        Map<String, String> sections = new TreeMap<>();
        String[] parts = chapter.split("\n### ", -1);
        for (int i = 1; i < parts.length; i++) {
            sections.put(parts[i].split("\n", 2)[0], parts[i]);
        }
        return sections;
    }

    private static Tool.Ended promtool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Tool.named("promtool")));
        command.addAll(List.of(arguments));
        return Tool.run(Path.of("monitoring"), command);
    }
}
