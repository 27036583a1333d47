package io.github.icatimgcif.entrypoint.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.backlog.Backlog;
import io.github.icatimgcif.backlog.BacklogControl.Progress;
import io.github.icatimgcif.backlog.BacklogCounts;
import io.github.icatimgcif.backlog.BacklogItem;
import io.github.icatimgcif.backlog.BacklogOrder;
import io.github.icatimgcif.backlog.BacklogState;
import io.github.icatimgcif.backlog.Candidate;
import io.github.icatimgcif.backlog.Duplicate;
import io.github.icatimgcif.backlog.ItemState;
import io.github.icatimgcif.backlog.Judged;
import io.github.icatimgcif.backlog.Prospect;
import io.github.icatimgcif.backlog.Selection;
import io.github.icatimgcif.backlog.Standing;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Description;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.overview.FailureCause;
import io.github.icatimgcif.conversion.overview.Flow;
import io.github.icatimgcif.conversion.overview.FoundEntry;
import io.github.icatimgcif.conversion.overview.RecentOutcome;
import io.github.icatimgcif.conversion.overview.RemoteState;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of datasets, headers of messages and words of a form are anybody's: no page takes them for its own, or grows with them. */
final class HostileTextsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:05:07Z");
    private static final Selection SELECTION = new Selection(
            Optional.of("mx2405"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Set.of());

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onfocus='alert(1)",
                "a\r\nSet-Cookie: b=c\u0000\u001b[31m\u202egnp.cif",
                "</textarea></form><form action=//evil.example.org>",
                "&lt;script&gt;",
                "x".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theOverviewShowsThemAsTexts(String text) {
        assertHarmless(
                HomePage.outcomes(List.of(new RecentOutcome(text, text, "/data/" + text, "REFUSED", text, NOW))));
        assertHarmless(HomePage.failures(List.of(new FailureCause(DatasetState.FAILED, text, 41, "/data/" + text))));
        assertHarmless(FlowPart.html(
                new Flow(Map.of(DatasetState.FAILED, 7L), Map.of(), 0, Optional.empty()),
                List.of(new RemoteState(text, false, text)),
                OptionalLong.empty(),
                NOW));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theSearchShowsThemAsTexts(String text) {
        FoundEntry entry = new FoundEntry(23, text, text, "/data/" + text, DatasetState.FAILED, text, NOW);
        Search.Found found = new Search.Found(List.of(entry), Optional.of(23L), Optional.empty());

        assertHarmless(SearchPage.html(found, SearchKind.NAME, text));
        String form = SearchForm.html(text, SearchKind.NAME);
        assertThat(form).doesNotContain("<script", "<img", "onfocus='", "<form action=//evil");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theDeadLettersShowThemAsTexts(String text) {
        DeadLetter letter = new DeadLetter(
                31,
                text,
                text,
                Optional.of(text),
                Map.of(text, text),
                10,
                9,
                text,
                3,
                NOW,
                NOW,
                new Versions("0.1.0", "ab12", "1.8.9"));
        DeadLetterHtml.Controls controls = new DeadLetterHtml.Controls("", true);

        assertHarmless(DeadLetterHtml.list(List.of(letter), 1, controls, Optional.empty()));
        assertHarmless(DeadLetterHtml.letter(letter, text.getBytes(StandardCharsets.UTF_8), controls));
        assertHarmless(DeadLetterHtml.filter(text.substring(0, Math.min(100, text.length())), ""));
        assertThat(DeadLetterHtml.readAgain(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theBacklogsShowThemAsTexts(String text) {
        String name = text.length() > 200 ? text.substring(0, 200) : text;
        Backlog backlog = new Backlog(
                12,
                new BacklogOrder(SELECTION, Duplicate.SKIP, 4, Optional.empty(), true, name),
                BacklogState.PLANNED,
                text,
                NOW,
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty());
        BacklogCounts counts = new BacklogCounts(
                Map.of(ItemState.PENDING, 3L),
                Map.of(Prospect.ELIGIBLE, 3L),
                List.of(new BacklogCounts.Reason(Prospect.CANNOT, text, 3)),
                0);
        BacklogItem item = new BacklogItem(
                5,
                new Candidate(
                        text,
                        text,
                        text,
                        Set.of(),
                        text,
                        "/data/" + text,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        false),
                new Judged(Standing.MISSING, Prospect.ELIGIBLE, text),
                ItemState.FAILED,
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Progress progress = new Progress(backlog, counts, 0, Optional.empty());

        assertHarmless(BacklogHtml.backlog(progress, ""));
        assertHarmless(BacklogHtml.list(List.of(progress), Optional.empty()));
        assertHarmless(BacklogHtml.items(12, List.of(item), Optional.empty(), Optional.of(5L)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theFormsShowThemAsTheyWereFilledIn(String text) throws IOException {
        FormFields sent = FormFields.of("proposal=" + Shown.inQuery(text) + "&datasets=" + Shown.inQuery(text)
                + "&state=" + Shown.inQuery(text));
        WishedFolder wish = new WishedFolder(text, text, text, text, text);

        for (String html : List.of(
                BacklogForm.html(sent, "", 4),
                ConvertHtml.form(wish, List.of(Path.of("/data"))),
                ConvertHtml.announcement(wish, ""))) {
            assertThat(html).doesNotContain("<script", "<img", "\"><img", "onfocus='", "<form action=//evil");
            assertThat(html.chars()).noneMatch(Character::isISOControl);
        }
        assertHarmless(ConvertHtml.result(new Description.Result.NotDescribable(
                List.of(Finding.error(text, text)), false, List.of(), Optional.empty())));
    }

    private static void assertHarmless(String html) {
        assertThat(html).doesNotContain("<script", "<img", "onfocus='", "</textarea>", "<form action=//evil", "\u202e");
        assertThat(html.lines()).allSatisfy(line -> assertThat(line.chars()).noneMatch(Character::isISOControl));
        // A link holds the whole address: what is shown is cut.
        assertThat(html.replaceAll("href=\"[^\"]*\"", "").length()).isLessThan(22_000);
    }
}
