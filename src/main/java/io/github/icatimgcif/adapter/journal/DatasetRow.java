package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.Sha256;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A dataset in the journal. The columns are explained in the migration that makes the table. */
@Entity
@Table(name = "journal_dataset")
public class DatasetRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "identity_hash")
    String identityHash = "";

    String location = "";
    String name = "";
    String proposal = "";
    String sample = "";

    @Nullable
    String beamline;

    @Column(name = "start_date")
    @Nullable
    String startDate;

    @Column(name = "end_date")
    @Nullable
    String endDate;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> parameters = Map.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> input = List.of();

    @Column(name = "catalogue_id")
    @Nullable
    Long catalogueId;

    @Enumerated(EnumType.STRING)
    DatasetState state = DatasetState.RECEIVED;

    String explanation = "";

    @Column(name = "waits_for")
    @Enumerated(EnumType.STRING)
    @Nullable
    WaitsFor waitsFor;

    // By what it had to wait for: an own type of number would hide a word that is not known any more.
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Integer> tries = Map.of();

    @Column(name = "outages_ms")
    long outagesMilliseconds;

    @Column(name = "outage_since")
    @Nullable
    Instant outageSince;

    @Column(name = "restore_asked")
    @Nullable
    Instant restoreAsked;

    int attempts;
    int failures;
    int interruptions;

    @Column(name = "generation_received")
    long generationReceived;

    @Column(name = "generation_done")
    long generationDone;

    String door = "";

    @Column(name = "correlation_id")
    @Nullable
    String correlationId;

    @Nullable
    String traceparent;

    @Column(name = "first_received")
    Instant firstReceived = Instant.EPOCH;

    @Column(name = "last_received")
    Instant lastReceived = Instant.EPOCH;

    @Column(name = "registration_id")
    @Nullable
    Long registrationId;

    @Column(name = "registration_name")
    @Nullable
    String registrationName;

    @Column(name = "imgcif_path")
    @Nullable
    String imgCifPath;

    @Column(name = "imgcif_size")
    @Nullable
    Long imgCifSize;

    @Column(name = "imgcif_sha256")
    @Nullable
    String imgCifSha256;

    @Column(name = "imgcif_modified")
    @Nullable
    Instant imgCifModified;

    static Optional<DatasetRow> byIdentity(String identity) {
        return find("identityHash", Sha256.of(identity)).firstResultOptional();
    }

    /** The row, held against others until the transaction ends. */
    static Optional<DatasetRow> heldByIdentity(String identity) {
        return find("identityHash", Sha256.of(identity))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Optional<DatasetRow> byCatalogueId(long catalogueId) {
        return find("catalogueId = ?1 order by lastReceived desc, id desc", catalogueId)
                .firstResultOptional();
    }
}
