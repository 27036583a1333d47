package io.github.icatimgcif.adapter.processing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.database.Database;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Metadata;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.dataset.StoredDataset;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the refined values of processed datasets and says them of the raw dataset that they were made from, whichever of the two
 * comes first. Of several results that of the best resolution counts, whatever their order. A result of several raw datasets is
 * passed over: its cell is that of none of them.
 */
public final class ProcessingResults implements MetadataSource, Recording {

    private static final String DOOR = "processing";

    private static final String KEEP = """
            insert into refined_result as there (raw_hash, raw_location, result_hash, result_location, program,
                refined, resolution, received, announced)
            values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, false)
            on conflict (raw_hash, result_hash) do update set program = excluded.program, refined = excluded.refined,
                resolution = excluded.resolution, received = excluded.received, announced = false
                where (there.program, there.refined, there.resolution)
                    is distinct from (excluded.program, excluded.refined, excluded.resolution)
            """;

    private static final String BEST = """
            select program, result_location, refined from refined_result where raw_hash = ?
            order by resolution nulls last, result_location limit 1
            """;

    private static final String TO_ANNOUNCE = """
            select r.raw_location, max(r.received) from refined_result r
            join journal_dataset d on d.identity_hash = r.raw_hash
            where not r.announced group by r.raw_location limit 200
            """;

    private static final String ANNOUNCED =
            "update refined_result set announced = true where raw_hash = ? and received <= ?";

    /** Resolutions in angstrom beyond these are none. */
    private static final BigDecimal FINEST = new BigDecimal("0.01");

    private static final BigDecimal COARSEST = new BigDecimal("1000");

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    /** Results in this database, which is that of the journal. */
    public ProcessingResults(DataSource database, ObjectMapper json, Clock clock) {
        this.database = new Database(database);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void recorded(JournalEntry entry, Ending ending) {
        StoredDataset result = entry.dataset();
        List<String> input = input(result);
        Map<String, String> values = RefinedValues.in(result.parameters());
        if (input.size() == 1 && !values.isEmpty() && !input.get(0).equals(result.location())) {
            keep(input.get(0), result, values);
        }
    }

    @Override
    public Metadata read(StoredDataset dataset, Optional<CatalogueEntry> entry) {
        return database.told("read the refined values of " + dataset.location(), BEST, statement -> {
            statement.setString(1, Sha256.of(dataset.identity()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Metadata(
                                new RefinedValues(row.getString(1), row.getString(2), map(row.getString(3))).readings(),
                                List.of())
                        : Metadata.NONE;
            }
        });
    }

    /** Announces raw datasets again of which results came, each result once. */
    public void announce(Intake intake) {
        toAnnounce().forEach((raw, until) -> {
            // Noted after it was announced, so that a crash between the two does it again; what comes meanwhile is
            // newer.
            intake.accept(raw, DOOR);
            database.told("note that " + raw.location() + " is announced again", ANNOUNCED, statement -> {
                statement.setString(1, Sha256.of(raw.identity()));
                statement.setTimestamp(2, until);
                return statement.executeUpdate();
            });
        });
    }

    private Map<StoredDataset, Timestamp> toAnnounce() {
        return database.told("look for results of processing", TO_ANNOUNCE, statement -> {
            Map<StoredDataset, Timestamp> found = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(nothingNewOf(rows.getString(1)), rows.getTimestamp(2));
                }
            }
            return found;
        });
    }

    /** The journal keeps what was announced before. */
    private static StoredDataset nothingNewOf(String location) {
        return StoredDataset.raw("", "", "", location, Optional.empty());
    }

    private void keep(String rawLocation, StoredDataset result, Map<String, String> values) {
        String raw = nothingNewOf(rawLocation).location();
        database.told("keep the results of " + result.location(), KEEP, statement -> {
            statement.setString(1, Sha256.of(raw));
            statement.setString(2, raw);
            statement.setString(3, Sha256.of(result.identity()));
            statement.setString(4, result.location());
            statement.setString(5, result.parameter("Process_program").orElse(result.name()));
            statement.setString(6, text(values));
            statement.setBigDecimal(7, resolution(result));
            statement.setTimestamp(8, Timestamp.from(clock.instant()));
            return statement.executeUpdate();
        });
    }

    /** What it was made from, as the event says it or its parameter. */
    private static List<String> input(StoredDataset result) {
        List<String> said = result.input().isEmpty()
                ? result.parameter("input_datasets").stream()
                        .flatMap(text -> List.of(text.split(",", -1)).stream())
                        .toList()
                : result.input();
        return said.stream()
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .toList();
    }

    private static @Nullable BigDecimal resolution(StoredDataset result) {
        try {
            return result.parameter(RefinedValues.RESOLUTION)
                    .map(text -> new BigDecimal(text.strip()))
                    .filter(value -> value.compareTo(FINEST) > 0 && value.compareTo(COARSEST) < 0)
                    .orElse(null);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private Map<String, String> map(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database has refined values that are no JSON: " + text, e);
        }
    }

    private String text(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of " + values, e);
        }
    }
}
