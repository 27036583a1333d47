package io.github.icatimgcif.adapter.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.icatimgcif.adapter.database.Database;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.trail.Traces;
import io.github.icatimgcif.conversion.trail.Trail;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Tells whoever wants to know that an imgCIF is registered: a CloudEvent 1.0 in structured mode, once for each change of what
 * it says. A conversion that finds everything as it was says nothing; one that finds a registration which an earlier one did not
 * live to record says it then.
 */
public final class ResultEvents implements Recording {

    /** Type of the event. */
    public static final String TYPE = "icat.imgcif.registered";

    // A message stays far below what a broker takes; the report of the dataset has them all.
    private static final int MOST_WARNINGS = 50;
    private static final int DIGITS_OF_ID = 32;
    private static final int DIGITS_OF_CONTENT = 8;

    private static final String NEXT = """
            insert into outbox_event as there (identity_hash, content, number) values (?, ?, 1)
            on conflict (identity_hash) do update set content = excluded.content, number = there.number + 1
                where there.content <> excluded.content
            returning number
            """;

    private final Database database;
    private final OutboxTable outbox;
    private final ObjectMapper json;
    private final String source;
    private final Versions versions;
    private final Traces traces;
    private final Clock clock;

    /**
     * Events of one facility.
     *
     * @param facility its short name; the source of the events is {@code /icat-imgcif/<facility>}
     * @param traces   know the place in a trace that an event is to have
     */
    public ResultEvents(
            DataSource database,
            OutboxTable outbox,
            ObjectMapper json,
            String facility,
            Versions versions,
            Traces traces,
            Clock clock) {
        this.database = new Database(database);
        this.outbox = outbox;
        this.json = json;
        this.source = "/icat-imgcif/" + facility;
        this.versions = versions;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public void recorded(JournalEntry entry, Ending ending) {
        Optional<Registration> registration = ending.conversion().outcome().inCatalogue();
        Optional<WrittenImgCif> imgCif = ending.conversion().imgCif();
        if (registration.isEmpty() || imgCif.isEmpty()) {
            return;
        }
        ObjectNode said = said(entry.dataset(), ending, registration.get(), imgCif.get());
        String hash = Sha256.of(entry.dataset().identity());
        String content = Sha256.of(said.toString());
        next(hash, content).ifPresent(number -> {
            // With a mark of the content, for a database that was lost counts from 1 again.
            String id = hash.substring(0, DIGITS_OF_ID) + "-" + number + "-" + content.substring(0, DIGITS_OF_CONTENT);
            Trail trail = entry.trail().at(traces.here());
            String event = event(id, number, entry.dataset().location(), trail, said);
            outbox.put(Channel.EVENT, new OutgoingMessage(id, entry.dataset().location(), event, trail));
        });
    }

    /** The number of the event, if something else is to be said than the last time. */
    private Optional<Long> next(String identityHash, String content) {
        return database.told("store an event that is to leave", NEXT, statement -> {
            statement.setString(1, identityHash);
            statement.setString(2, content);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        });
    }

    /** What the event says, without what differs between two conversions that found the same. */
    private ObjectNode said(StoredDataset dataset, Ending ending, Registration registration, WrittenImgCif imgCif) {
        ObjectNode said = json.createObjectNode();
        said.put("path", dataset.location());
        said.put("datasetName", dataset.name());
        ending.conversion().catalogueId().or(dataset::catalogueId).ifPresent(id -> said.put("icatDatasetId", id));
        said.put("proposalName", dataset.proposal());
        said.put("sampleIdentifier", dataset.sample());
        dataset.beamline().ifPresent(beamline -> said.put("beamline", beamline));
        said.putObject("imgCif")
                .put("path", imgCif.path().toString())
                .put("size", imgCif.size())
                .put("sha256", imgCif.sha256());
        said.putObject("registration")
                .put("icatDatasetId", registration.datasetId())
                .put("datasetName", registration.name());
        List<Finding> warnings = ending.conversion().findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .toList();
        said.put("verdict", warnings.isEmpty() ? "valid" : "valid with warnings");
        said.put("warningCount", warnings.size());
        ArrayNode texts = said.putArray("warnings");
        warnings.stream()
                .limit(MOST_WARNINGS)
                .forEach(warning ->
                        texts.addObject().put("subject", warning.subject()).put("message", warning.message()));
        return said;
    }

    private String event(String id, long number, String location, Trail trail, ObjectNode said) {
        ObjectNode event = json.createObjectNode();
        event.put("specversion", "1.0");
        event.put("type", TYPE);
        event.put("source", source);
        event.put("id", id);
        event.put("time", clock.instant().toString());
        event.put("subject", location);
        event.put("datacontenttype", "application/json");
        // CloudEvents' extension for order: which event of this dataset it is, from 1.
        event.put("sequence", Long.toString(number));
        // And those for who asked, and for traces.
        trail.correlation().ifPresent(correlation -> event.put("correlationid", correlation.text()));
        trail.trace().ifPresent(trace -> event.put("traceparent", trace.text()));
        said.putObject("versions")
                .put("service", versions.service())
                .put("mapping", versions.mapping())
                .put("dictionary", versions.dictionary());
        event.set("data", said);
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of the event of " + location, e);
        }
    }
}
