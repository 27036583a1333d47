package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What persons may state of a dataset: what its geometry needs where the raw file does not say it, and each item with one value. */
public final class StatableFacts {

    private static final List<StatableFact> GEOMETRY = List.of(
            parameter(
                    "MX_detectorDistance",
                    "from the sample to the detector along its normal",
                    Unit.MILLIMETRE,
                    NamedConversion.POSITIVE_NUMBER),
            parameter(
                    "MX_xBeam",
                    "where the beam meets the detector, along the fast direction, from the outer corner of the first pixel",
                    Unit.PIXEL,
                    NamedConversion.NUMBER),
            parameter("MX_yBeam", "the same along the slow direction", Unit.PIXEL, NamedConversion.NUMBER),
            parameter(
                    "InstrumentDetector01_x_pixel_size",
                    "the size of a pixel along the fast direction",
                    Unit.MILLIMETRE,
                    NamedConversion.POSITIVE_NUMBER),
            parameter(
                    "InstrumentDetector01_y_pixel_size",
                    "the same along the slow direction",
                    Unit.MILLIMETRE,
                    NamedConversion.POSITIVE_NUMBER),
            new StatableFact(
                    SourceTerm.parameter("MX_rotation_axis"),
                    "MX_rotation_axis",
                    "the axis that the sample turns about, as the file of the beamline calls it: omega",
                    Optional.empty(),
                    NamedConversion.WORD),
            parameter("MX_axis_start", "where that axis stands at the start", Unit.DEGREE, NamedConversion.NUMBER),
            parameter("MX_oscillationRange", "how far it turns in each frame", Unit.DEGREE, NamedConversion.NUMBER));

    private final List<StatableFact> all;

    /** What may be stated beside these rules, in their order. */
    public StatableFacts(List<MappingRule> rules) {
        List<StatableFact> facts = new ArrayList<>(GEOMETRY);
        for (MappingRule rule : rules) {
            if (rule instanceof MappingRule.Value value && StatedItems.isAllowedIn(rule)) {
                facts.add(new StatableFact(
                        StatedItems.term(value.item()),
                        value.item().toString(),
                        "",
                        value.selection().unit(),
                        value.selection().conversion().ofItemItself()));
            }
        }
        this.all = List.copyOf(facts);
    }

    /** All of them, those of the geometry first. */
    public List<StatableFact> all() {
        return all;
    }

    private static StatableFact parameter(String name, String help, Unit unit, NamedConversion conversion) {
        return new StatableFact(SourceTerm.parameter(name), name, help, Optional.of(unit), conversion);
    }
}
