package io.github.icatimgcif.conversion.statement;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Metadata;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts that persons stated, as one source among the others. Each is told with who stated it. */
public final class StatementSource implements MetadataSource {

    private final Statements statements;

    /** A source of these statements. */
    public StatementSource(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Metadata read(StoredDataset dataset, Optional<CatalogueEntry> entry) {
        List<Reading> readings = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Statement statement : statements.of(dataset)) {
            StatedFact fact = statement.fact();
            readings.add(new Reading(Source.PERSON, fact.term(), fact.text(), fact.unit()));
            findings.add(Finding.note(
                    fact.term().toString(),
                    "stated by " + statement.by() + " on "
                            + statement.at().atOffset(ZoneOffset.UTC).toLocalDate() + ": " + fact.text()
                            + fact.unit().map(unit -> " " + unit).orElse("")
                            + statement
                                    .remark()
                                    .map(remark -> " (" + remark + ")")
                                    .orElse("")));
        }
        return new Metadata(readings, findings);
    }
}
