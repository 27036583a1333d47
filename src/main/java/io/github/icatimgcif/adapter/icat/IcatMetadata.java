package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Metadata;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What ICAT says of a dataset, in two tabular queries: its parameters as {@code parameter:<name>}, and {@code catalogue:doi},
 * {@code title}, {@code proposal}, {@code visit}, {@code sampleName}, {@code instrument}, {@code startDate}, {@code endDate}
 * (of the dataset, ISO 8601 in UTC, whole seconds as the database keeps them).
 */
final class IcatMetadata implements MetadataSource {

    private static final int LONGEST_PLAIN_NUMBER = 20;

    private final IcatEntities entities;

    IcatMetadata(IcatEntities entities) {
        this.entities = entities;
    }

    /** Nothing where the dataset has no entry. */
    @Override
    public Metadata read(StoredDataset dataset, Optional<CatalogueEntry> entry) {
        if (entry.isEmpty()) {
            return Metadata.NONE;
        }
        List<Reading> readings = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        fields(entry.get().id(), readings, findings);
        parameters(entry.get().id(), readings, findings);
        return new Metadata(readings, findings);
    }

    private void parameters(long dataset, List<Reading> readings, List<Finding> findings) {
        List<IcatRow> rows = entities.rows("SELECT t.name, t.units, t.valueType, p.stringValue, p.numericValue,"
                + " p.dateTimeValue FROM DatasetParameter p JOIN p.type t WHERE p.dataset.id=" + dataset);
        for (IcatRow row : rows) {
            SourceTerm term = SourceTerm.parameter(row.text(0).orElse(""));
            Optional<String> unit = row.text(1).filter(word -> !word.isBlank());
            value(row)
                    .ifPresentOrElse(
                            text -> readings.add(new Reading(Source.CATALOGUE, term, text, unit)),
                            () -> findings.add(
                                    Finding.note(term.toString(), "the catalogue has this parameter without a value")));
        }
    }

    /** ICAT does not hold a type to its kind of value: the one of its kind is preferred, else whichever is there. */
    private static Optional<String> value(IcatRow row) {
        Optional<String> text = row.text(3);
        Optional<String> number = row.number(4).map(IcatMetadata::shortest);
        Optional<String> date = row.text(5);
        return switch (row.text(2).orElse("")) {
            case "NUMERIC" -> number.or(() -> text).or(() -> date);
            case "DATE_AND_TIME" -> date.or(() -> text).or(() -> number);
            default -> text.or(() -> number).or(() -> date);
        };
    }

    /** ICAT keeps a double and writes 1800 as 1800.0; the shortest text that reads back the same claims no more digits. */
    private static String shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        String plain = stripped.toPlainString();
        return plain.length() <= LONGEST_PLAIN_NUMBER ? plain : stripped.toString();
    }

    private void fields(long dataset, List<Reading> readings, List<Finding> findings) {
        // Several instruments give several rows that differ in nothing else.
        List<IcatRow> rows = entities.rows("SELECT ds.doi, i.doi, i.title, i.name, i.visitId, s.name, ds.startDate,"
                + " ds.endDate, dn.name, n.name FROM Dataset ds JOIN ds.investigation i LEFT JOIN ds.sample s"
                + " LEFT JOIN ds.datasetInstruments di LEFT JOIN di.instrument dn"
                + " LEFT JOIN i.investigationInstruments ii LEFT JOIN ii.instrument n WHERE ds.id=" + dataset);
        if (rows.isEmpty()) {
            return;
        }
        IcatRow row = rows.get(0);
        say("doi", row.text(0).or(() -> row.text(1)), readings);
        say("title", row.text(2), readings);
        say("proposal", row.text(3), readings);
        say("visit", row.text(4), readings);
        say("sampleName", row.text(5), readings);
        say("startDate", row.text(6), readings);
        say("endDate", row.text(7), readings);
        Set<String> instruments = distinct(rows, 8);
        if (instruments.isEmpty()) {
            instruments = distinct(rows, 9);
        }
        if (instruments.size() == 1) {
            say("instrument", instruments.stream().findFirst(), readings);
        } else if (instruments.size() > 1) {
            findings.add(Finding.note(
                    "catalogue:instrument",
                    "the catalogue has several instruments for this dataset, so none is taken: "
                            + String.join(", ", instruments)));
        }
    }

    private static Set<String> distinct(List<IcatRow> rows, int column) {
        Set<String> texts = new LinkedHashSet<>();
        rows.forEach(row -> row.text(column).ifPresent(texts::add));
        return texts;
    }

    private static void say(String name, Optional<String> text, List<Reading> readings) {
        text.filter(present -> !present.isBlank())
                .map(present -> new Reading(Source.CATALOGUE, new SourceTerm(SourceTerm.CATALOGUE, name), present))
                .ifPresent(readings::add);
    }
}
