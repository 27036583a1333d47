package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets persons state the items that have one value, of a dataset or in the file of a beamline, in the words of the dictionary and
 * whatever sources the mapping names for them.
 */
public final class StatedItems {

    private StatedItems() {}

    /** Under which name an item is stated: {@code stated:array_intensities.gain}. */
    public static SourceTerm term(ItemName item) {
        return new SourceTerm(SourceTerm.STATED, item.toString().substring(1));
    }

    /** Under which name the file of a beamline gives an item: {@code beamline:array_intensities.gain}. */
    public static SourceTerm beamlineTerm(ItemName item) {
        return new SourceTerm(SourceTerm.BEAMLINE, item.toString().substring(1));
    }

    /** Whether persons may state it: one value, and no part of the result of a processing, which is taken as a whole. */
    public static boolean isAllowedIn(MappingRule rule) {
        return rule instanceof MappingRule.Value value
                && value.selection().sources().stream()
                        .anyMatch(source -> !source.term().vocabulary().equals(SourceTerm.REFINED));
    }

    /** The rule with what is stated as further sources, if persons may state it. */
    static MappingRule allowing(MappingRule rule) {
        if (!(rule instanceof MappingRule.Value value) || !isAllowedIn(rule)) {
            return rule;
        }
        Selection selection = value.selection();
        List<RuleSource> sources = new ArrayList<>(selection.sources());
        for (SourceTerm term : List.of(term(value.item()), beamlineTerm(value.item()))) {
            sources.add(new RuleSource(
                    term, selection.unit(), Optional.of(selection.conversion().ofItemItself())));
        }
        return new MappingRule.Value(
                value.item(),
                new Selection(
                        selection.unit(),
                        selection.conversion(),
                        selection.range(),
                        selection.usual(),
                        selection.tolerance(),
                        sources,
                        selection.otherwise()));
    }
}
