package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.complete.StatableFact;
import io.github.icatimgcif.conversion.complete.StatableFacts;
import io.github.icatimgcif.conversion.statement.StatedFact;
import io.github.icatimgcif.conversion.statement.Statements;
import io.github.icatimgcif.conversion.statement.Stating;
import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Caller;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a dataset lacks, to be stated by somebody who knows it; its imgCIF is made anew, and both verdicts are shown. */
@Path("/console/facts")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "pages")
public final class FactsPages {

    private static final String DOOR = "console";
    private static final String TITLE = "Complete what is missing";
    private static final String REMARK = "remark";
    private static final int LONGEST_REMARK = 1000;

    private final Journal journal;
    private final Statements statements;
    private final Stating stating;
    private final StatableFacts statable;
    private final CifDictionary dictionary;
    private final ConsoleFrame frame;
    private final FilledForms forms;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    /** The pages. */
    public FactsPages(
            Journal journal,
            Statements statements,
            Stating stating,
            StatableFacts statable,
            CifDictionary dictionary,
            ConsoleFrame frame,
            FilledForms forms,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.journal = journal;
        this.statements = statements;
        this.stating = stating;
        this.statable = statable;
        this.dictionary = dictionary;
        this.frame = frame;
        this.forms = forms;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What it lacks, what is stated already, and what came of what was stated last. */
    @GET
    @Operation(summary = "The facts that a dataset lacks, as a form; with after=, the verdicts before and after")
    public Response form(
            @QueryParam("location") @DefaultValue("") String location,
            @QueryParam("after") @DefaultValue("") String after) {
        JournalEntry entry = found(location);
        return frame.page(TITLE, html(entry, after, Map.of(), ""));
    }

    /** Keeps what was filled in, and has the imgCIF made anew. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "State facts of a dataset; its imgCIF is made anew")
    public Response stated(String body, @Context HttpServerRequest request) {
        FormFields fields = forms.read(body, request);
        JournalEntry entry = found(fields.raw("location"));
        Filled filled = filled(entry, fields);
        long before = lastBegun(entry);
        stating.state(entry.dataset(), filled.facts(), caller.name(), filled.remark(), DOOR);
        audit.did(
                "statement of facts",
                entry.dataset().location() + " "
                        + filled.facts().stream()
                                .map(fact -> fact.term() + "=" + fact.text())
                                .collect(Collectors.joining(" ")));
        return beforeAndAfter(entry, before);
    }

    /** The same as lines for the file of a beamline; nothing is kept. */
    @POST
    @Path("/beamline-file")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(summary = "What was filled in, as facts for the file of the beamline")
    public Response proposed(String body, @Context HttpServerRequest request) {
        FormFields fields = forms.read(body, request);
        JournalEntry entry = found(fields.raw("location"));
        Filled filled = filled(entry, fields);
        String text = new BeamlineProposal(entry.dataset(), caller.name(), LocalDate.now(clock), filled.remark())
                .text(filled.facts());
        return Response.ok(text)
                .header("Content-Disposition", "attachment; filename=\"beamline-facts.yaml\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private record Filled(List<StatedFact> facts, Optional<String> remark) {}

    /**
     * What was filled in.
     *
     * @throws WebApplicationException with the form and what is wrong with it
     */
    private Filled filled(JournalEntry entry, FormFields fields) {
        Map<String, String> filled = new TreeMap<>();
        List<StatedFact> facts = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (StatableFact fact : statable.all()) {
            String name = fact.term().toString();
            fields.said(name).ifPresent(text -> {
                filled.put(name, text);
                FactField.of(fact, dictionary)
                        .reasonAgainst(text)
                        .ifPresentOrElse(
                                reason -> wrong.add(fact.subject() + ": " + reason),
                                () -> facts.add(fact.stated(text)));
            });
        }
        Optional<String> remark = fields.said(REMARK);
        remark.ifPresent(text -> filled.put(REMARK, text));
        remark.filter(text -> text.length() > LONGEST_REMARK)
                .ifPresent(text -> wrong.add("how you know it: at most " + LONGEST_REMARK + " characters"));
        if (facts.isEmpty() && wrong.isEmpty()) {
            wrong.add("nothing is filled in");
        }
        if (!wrong.isEmpty()) {
            throw new WebApplicationException(
                    frame.page(Response.Status.BAD_REQUEST, TITLE, html(entry, "", filled, String.join("; ", wrong))));
        }
        return new Filled(facts, remark);
    }

    /** Lets a statement hold no longer, and has the imgCIF made anew. */
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Withdraw a fact that was stated of a dataset; its imgCIF is made anew")
    public Response withdrawn(String body, @Context HttpServerRequest request) {
        FormFields fields = forms.read(body, request);
        JournalEntry entry = found(fields.raw("location"));
        String id = fields.raw("id");
        if (!id.matches("[0-9]{1,18}")) {
            return frame.page(
                    Response.Status.BAD_REQUEST, TITLE, html(entry, "", Map.of(), "there is no such statement"));
        }
        long before = lastBegun(entry);
        stating.withdraw(entry.dataset(), Long.parseLong(id), caller.name(), DOOR);
        audit.did("withdrawal of a statement", entry.dataset().location() + " id=" + id);
        return beforeAndAfter(entry, before);
    }

    /** When its last conversion began, ms since 1970. */
    private long lastBegun(JournalEntry entry) {
        return journal.history(entry.dataset().identity()).stream()
                .findFirst()
                .map(attempt -> attempt.started().toEpochMilli())
                .orElse(0L);
    }

    private static Response beforeAndAfter(JournalEntry entry, long before) {
        return FilledForms.onTo(
                "/console/facts?location=" + Shown.inQuery(entry.dataset().location()) + "&after=" + before);
    }

    private JournalEntry found(String location) {
        Optional<JournalEntry> entry = location.isBlank() ? Optional.empty() : journal.find(location);
        return entry.orElseThrow(() -> new WebApplicationException(frame.page(
                Response.Status.NOT_FOUND,
                "No such dataset",
                "<p>Nobody has announced a dataset at this location.</p>")));
    }

    private String html(JournalEntry entry, String after, Map<String, String> filled, String wrong) {
        List<Attempt> history = journal.history(entry.dataset().identity());
        return FactsHtml.dataset(entry)
                + (after.matches("[0-9]{1,18}") ? FactsHtml.verdicts(history, Long.parseLong(after)) : "")
                + FactsHtml.stated(entry, statements.of(entry.dataset()), frame.tokenField())
                + FactsHtml.form(
                        entry,
                        FactsAskedFor.by(history, statable.all()),
                        fact -> FactField.of(fact, dictionary)
                                .html(filled.getOrDefault(fact.term().toString(), "")),
                        filled.getOrDefault(REMARK, ""),
                        wrong,
                        frame.tokenField());
    }
}
