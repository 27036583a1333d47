package io.github.icatimgcif.adapter.journal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An attempt at a conversion in the journal. */
@Entity
@Table(name = "journal_conversion")
public class ConversionRow extends PanacheEntityBase {

    static final String RUNNING = "RUNNING";
    static final String INTERRUPTED = "INTERRUPTED";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "dataset_id")
    long datasetId;

    long generation;
    Instant started = Instant.EPOCH;

    @Nullable
    Instant finished;

    String outcome = RUNNING;
    String cause = "";

    @JdbcTypeCode(SqlTypes.JSON)
    List<FindingJson> findings = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<ProvenanceJson> provenance = List.of();

    @Column(name = "service_version")
    String serviceVersion = "";

    @Column(name = "mapping_version")
    String mappingVersion = "";

    @Column(name = "dictionary_version")
    String dictionaryVersion = "";

    @Column(name = "imgcif_sha256")
    @Nullable
    String imgCifSha256;

    @Column(name = "correlation_id")
    @Nullable
    String correlationId;

    static Optional<ConversionRow> running(long datasetId, long generation) {
        return find("datasetId = ?1 and generation = ?2 and finished is null order by id desc", datasetId, generation)
                .firstResultOptional();
    }

    static List<ConversionRow> unfinished(long datasetId) {
        return list("datasetId = ?1 and finished is null", datasetId);
    }

    static List<ConversionRow> last(long datasetId, int limit) {
        return ConversionRow.<ConversionRow>find("datasetId = ?1 order by id desc", datasetId)
                .page(0, limit)
                .list();
    }
}
