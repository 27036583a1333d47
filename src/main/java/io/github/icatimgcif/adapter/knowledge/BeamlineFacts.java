package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The scalar facts of a beamline file: {@code {term: source/device, value: synch, source: ...}}. */
final class BeamlineFacts {

    private BeamlineFacts() {}

    /** Those under the key {@code facts}; none if the key is left out. */
    static List<Reading> read(YamlValue value) {
        List<Reading> facts = new ArrayList<>();
        Set<SourceTerm> terms = new HashSet<>();
        for (YamlValue entry : value.list("facts")) {
            entry.onlyKeys("term", "value", "unit", "source");
            entry.at("source").word(); // every fact says where it is known from
            Reading fact = new Reading(
                    Source.BEAMLINE,
                    term(entry.at("term").word()),
                    entry.at("value").word(),
                    entry.find("unit").map(YamlValue::word));
            if (!terms.add(fact.term())) {
                throw entry.mistake("the fact '" + entry.at("term").text() + "' is here twice");
            }
            facts.add(fact);
        }
        return facts;
    }

    /** These facts, and of others those of which these say nothing. */
    static List<Reading> over(List<Reading> facts, List<Reading> others) {
        List<Reading> all = new ArrayList<>(facts);
        others.stream()
                .filter(other -> facts.stream().noneMatch(fact -> fact.term().equals(other.term())))
                .forEach(all::add);
        return all;
    }

    static Reading fact(String term, String text) {
        return new Reading(Source.BEAMLINE, term(term), text);
    }

    private static SourceTerm term(String name) {
        return new SourceTerm(SourceTerm.BEAMLINE, name);
    }
}
