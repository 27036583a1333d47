package io.github.icatimgcif.entrypoint.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.write.NotAsWritten;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.entrypoint.access.Caller;
import io.github.icatimgcif.entrypoint.access.FormToken;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.entrypoint.report.CategorySections;
import io.github.icatimgcif.entrypoint.report.Html;
import io.github.icatimgcif.entrypoint.report.JudgedSections;
import io.github.icatimgcif.entrypoint.report.LetterJson;
import io.github.icatimgcif.entrypoint.report.LetterSections;
import io.github.icatimgcif.entrypoint.report.LetterText;
import io.github.icatimgcif.entrypoint.report.PictureSections;
import io.github.icatimgcif.entrypoint.report.ReportJson;
import io.github.icatimgcif.entrypoint.report.ReportLines;
import io.github.icatimgcif.entrypoint.report.ReportPage;
import io.github.icatimgcif.entrypoint.report.ReportSection;
import io.github.icatimgcif.entrypoint.report.ShownText;
import io.github.icatimgcif.judge.file.CheckedFile;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.letter.LetterReport;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The report about a dataset: what became of it, and what a judge says of its imgCIF as it lies there now. */
@Singleton
public final class DatasetReports {

    private static final String WITHHELD = "No frame is shown: this service reads no images.";

    private final Journal journal;
    private final Checks checks;
    private final DatasetEvidence evidence;
    private final ObjectMapper json;
    private final Caller caller;
    private final FormToken token;

    DatasetReports(
            Journal journal,
            Checks checks,
            DatasetEvidence evidence,
            ObjectMapper json,
            Caller caller,
            FormToken token) {
        this.journal = journal;
        this.checks = checks;
        this.evidence = evidence;
        this.json = json;
        this.caller = caller;
        this.token = token;
    }

    /**
     * The report as JSON.
     *
     * @param dataset what became of the dataset
     * @param judged  what the judge says, as the checks answer it; empty if there is no imgCIF
     * @param letter  what a Raw Data Letter needs of the imgCIF; empty if it is not held against the dictionary by our own tests
     * @param why     why there is nothing to judge
     */
    public record AsJson(
            DatasetReport dataset, Optional<JsonNode> judged, Optional<JsonNode> letter, Optional<String> why) {}

    /**
     * What the judge says, or why it says nothing.
     *
     * @param report   on the file
     * @param letter   what a Raw Data Letter needs of it
     * @param pictures sections with what the file describes; only for a page
     * @param blocks   what the file says; only for a page
     */
    private record Judged(
            Optional<FileReport> report,
            Optional<LetterReport> letter,
            List<ReportSection> pictures,
            List<DataBlock> blocks,
            String why) {

        static Judged not(String why) {
            return new Judged(Optional.empty(), Optional.empty(), List.of(), List.of(), why);
        }
    }

    /** The page of a dataset, which also says what became of it where it cannot be judged now. */
    Response page(JournalEntry entry, CheckWish wish) {
        Judged judged;
        try {
            judged = judged(entry, wish, ReportFormat.HTML);
        } catch (WebApplicationException e) {
            judged = Judged.not(
                    e.getResponse().getEntity() instanceof Problem problem
                            ? problem.detail()
                            : "it cannot be judged now");
        }
        return FileAnswer.response(html(entry, judged, wish).getBytes(StandardCharsets.UTF_8), ReportFormat.HTML);
    }

    /**
     * The report.
     *
     * @throws WebApplicationException with the answer, if it cannot be judged now
     */
    Response report(JournalEntry entry, CheckWish wish, ReportFormat format) {
        if (format == ReportFormat.HTML) {
            return page(entry, wish);
        }
        Judged judged = judged(entry, wish, format);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (format == ReportFormat.JSON) {
                json.writerWithDefaultPrettyPrinter().writeValue(out, asJson(entry, judged, wish));
            } else {
                out.writeBytes(lines(entry, judged).getBytes(StandardCharsets.UTF_8));
                ReportLines.write(judged.report().stream().toList(), checks.judge(), wish.tests(), out);
                letterLines(judged, out);
            }
            return FileAnswer.response(out.toByteArray(), format);
        } catch (IOException e) {
            throw new IllegalStateException("a report cannot be written into memory", e);
        }
    }

    private Judged judged(JournalEntry entry, CheckWish wish, ReportFormat format) {
        if (entry.imgCif().isEmpty()) {
            return Judged.not(ImgCifDownload.whyMissing(entry));
        }
        WrittenImgCif file = entry.imgCif().get();
        try {
            return checks.done(() -> {
                try (InputStream in = file.open()) {
                    CheckedFile checked = checks.check(file.path().toString(), in, wish, Evidence.NONE);
                    Optional<FileReport> report = Optional.of(checked.report());
                    Optional<LetterReport> letter = LetterReport.of(checked, checks.network());
                    if (format != ReportFormat.HTML) {
                        return new Judged(report, letter, List.of(), List.of(), "");
                    }
                    List<ReportSection> pictures =
                            PictureSections.of(checked.blocks(), evidence.of(entry.dataset()), WITHHELD);
                    return new Judged(report, letter, pictures, checked.blocks(), "");
                }
            });
        } catch (NotAsWritten e) {
            return Judged.not(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Judged.not("the imgCIF at " + file.path() + " cannot be read now: " + e.getMessage());
        }
    }

    private AsJson asJson(JournalEntry entry, Judged judged, CheckWish wish) throws IOException {
        DatasetReport dataset = DatasetReport.of(entry, history(entry));
        if (judged.report().isEmpty()) {
            return new AsJson(dataset, Optional.empty(), Optional.empty(), Optional.of(judged.why()));
        }
        FileReport file = judged.report().get();
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        ReportJson.write(List.of(file), checks.judge(), wish.tests(), report);
        Optional<JsonNode> letter = Optional.empty();
        if (judged.letter().isPresent()) {
            ByteArrayOutputStream needs = new ByteArrayOutputStream();
            LetterJson.write(file.file(), judged.letter().get(), checks.judge(), needs);
            letter = Optional.of(json.readTree(needs.toByteArray()));
        }
        return new AsJson(dataset, Optional.of(json.readTree(report.toByteArray())), letter, Optional.empty());
    }

    private static void letterLines(Judged judged, ByteArrayOutputStream out) {
        if (judged.report().isPresent() && judged.letter().isPresent()) {
            out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
            LetterText.write(judged.report().get().file(), judged.letter().get(), out);
        }
    }

    private String lines(JournalEntry entry, Judged judged) {
        List<String> lines = new ArrayList<>();
        String why = entry.explanation().isEmpty() ? "" : ", " + entry.explanation();
        lines.add("dataset " + entry.dataset().location() + ": " + entry.state() + why);
        DatasetReport.lastFindings(history(entry)).stream()
                .map(finding -> "   " + JudgedSections.word(finding.severity()) + ": " + finding.subject() + ": "
                        + finding.message())
                .forEach(lines::add);
        if (judged.report().isEmpty()) {
            lines.add(judged.why());
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(ShownText.of(line)).append('\n'));
        return text.toString();
    }

    private String html(JournalEntry entry, Judged judged, CheckWish wish) {
        List<Attempt> history = history(entry);
        List<ReportSection> sections = new ArrayList<>();
        sections.add(DatasetSections.facts(entry));
        boolean isForOperator = caller.is(Roles.OPERATOR);
        if (isForOperator) {
            sections.add(OperatorSections.actions(entry, token.value()));
            sections.add(OperatorSections.values(history));
        }
        sections.add(DatasetSections.findings(history));
        judged.report().ifPresent(report -> sections.addAll(JudgedSections.of(report)));
        judged.letter().map(LetterSections::of).ifPresent(sections::addAll);
        sections.addAll(judged.pictures());
        sections.addAll(CategorySections.of(judged.blocks(), DatasetReport.lastFindings(history)));
        sections.add(DatasetSections.provenance(history));
        sections.add(DatasetSections.attempts(history));
        if (isForOperator) {
            sections.add(OperatorSections.history(history));
        }
        String verdict = judged.report()
                .map(report -> JudgedSections.verdict(report, wish.tests()))
                .orElseGet(
                        () -> "<p class=\"verdict warn\">\u26A0 Not judged: " + Html.escaped(judged.why()) + "</p>\n");
        return ReportPage.html(
                entry.dataset().name(), verdict, sections, FileAnswer.judgedBy(checks.judge(), wish.tests()));
    }

    private List<Attempt> history(JournalEntry entry) {
        return journal.history(entry.dataset().identity());
    }
}
