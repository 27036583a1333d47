package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.quantity.Unit;
import java.util.Optional;

/**
 * One place a value may come from.
 *
 * @param term       under which name it is recorded
 * @param unit       the unit it is in where the source states none; empty if it has none or always states it
 * @param conversion how this source is converted, where that differs from the item's own conversion
 */
public record RuleSource(SourceTerm term, Optional<Unit> unit, Optional<ValueConversion> conversion) {}
