package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.provenance.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scalar items of one imgCIF as they are chosen, rule by rule. */
final class ScalarItems {

    private final Choice choice;
    private final Map<ItemName, CifValue> values = new LinkedHashMap<>();
    private final List<Provenance> provenance = new ArrayList<>();

    ScalarItems(Choice choice) {
        this.choice = choice;
    }

    void add(MappingRule rule) {
        if (rule instanceof MappingRule.Value value) {
            choice.choose(value.item().toString(), value.selection()).ifPresent(chosen -> {
                values.put(value.item(), chosen.value().cifValue());
                remember(value.item(), chosen);
            });
        } else if (rule instanceof MappingRule.Phrases phrases) {
            addPhrases(phrases);
        }
    }

    /** The value of an item, or {@link CifValue#UNKNOWN}. */
    CifValue value(ItemName item) {
        return values.getOrDefault(item, CifValue.UNKNOWN);
    }

    /** Whose value of an item was chosen. */
    Optional<Source> source(ItemName item) {
        return provenance.stream()
                .filter(its -> its.item().equals(item.toString()))
                .map(its -> its.reading().source())
                .findFirst();
    }

    /** As if no source had it. */
    void leaveOut(ItemName item) {
        values.remove(item);
        provenance.removeIf(its -> its.item().equals(item.toString()));
    }

    Map<ItemName, CifValue> values() {
        return values;
    }

    List<Provenance> provenance() {
        return provenance;
    }

    private void addPhrases(MappingRule.Phrases rule) {
        List<String> said = new ArrayList<>();
        for (MappingRule.Phrase phrase : rule.phrases()) {
            Optional<Choice.Candidate> chosen = choice.choose(rule.item().toString(), phrase.selection());
            chosen.ifPresent(candidate -> {
                said.add(phrase.text().replace("{}", candidate.value().inWords()));
                remember(rule.item(), candidate);
            });
        }
        if (!said.isEmpty()) {
            values.put(rule.item(), CifValue.text(String.join("; ", said)));
        }
    }

    private void remember(ItemName item, Choice.Candidate chosen) {
        provenance.add(new Provenance(item.toString(), chosen.value().inWords(), chosen.reading()));
    }
}
