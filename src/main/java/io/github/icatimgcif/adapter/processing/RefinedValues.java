package io.github.icatimgcif.adapter.processing;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The refined values of one result.
 *
 * @param program who refined them
 * @param dataset location of the processed dataset that has them
 * @param values  by parameter name without its prefix ({@code cell_a}), as announced
 */
record RefinedValues(String program, String dataset, Map<String, String> values) {

    /** What the parameters of an integration begin with. */
    static final String PREFIX = "MXAutoprocIntegration_";

    /** The resolution that a result reaches, in angstrom. */
    static final String RESOLUTION = "MXAutoprocIntegrationScaling_overall_resolution_limit_high";

    private static final List<String> LENGTHS = List.of("cell_a", "cell_b", "cell_c");
    private static final List<String> ANGLES = List.of("cell_alpha", "cell_beta", "cell_gamma");
    private static final List<String> AXIS = List.of("rotation_axis_x", "rotation_axis_y", "rotation_axis_z");
    private static final List<String> GEOMETRY = List.of("detector_distance", "beam_x", "beam_y");
    private static final BigDecimal STRAIGHT = BigDecimal.valueOf(180);

    RefinedValues {
        values = Map.copyOf(values);
    }

    /** The values that parameters give; empty if they give none that is used. */
    static Map<String, String> in(Map<String, String> parameters) {
        Map<String, String> values = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                values.put(name.substring(PREFIX.length()), value.strip());
            }
        });
        return new RefinedValues("", "", values).readings().isEmpty() ? Map.of() : values;
    }

    /** What is said of the raw dataset: a cell only if it is whole, an axis only if it is one. */
    List<Reading> readings() {
        List<Reading> said = new ArrayList<>();
        if (LENGTHS.stream().allMatch(this::isPositive) && ANGLES.stream().allMatch(this::isAngle)) {
            LENGTHS.forEach(name -> said.add(reading(name, text(name))));
            ANGLES.forEach(name -> said.add(reading(name, text(name))));
            said.add(reading("cell_by", source()));
        }
        spaceGroup().ifPresent(said::add);
        int before = said.size();
        GEOMETRY.stream().filter(name -> number(name).isPresent()).forEach(name -> said.add(reading(name, text(name))));
        if (AXIS.stream().allMatch(name -> number(name).isPresent())) {
            said.add(reading(
                    "rotation_axis",
                    String.join(" ", AXIS.stream().map(values::get).toList())));
        }
        if (said.size() > before) {
            said.add(reading("geometry_by", source()));
        }
        return said;
    }

    private Optional<Reading> spaceGroup() {
        return Optional.ofNullable(values.get("space_group"))
                .map(text -> reading(text.matches("\\d{1,3}") ? "space_group_number" : "space_group", text));
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }

    private String source() {
        return program.isBlank() ? dataset : program + " in " + dataset;
    }

    private boolean isPositive(String name) {
        return number(name).filter(value -> value.signum() > 0).isPresent();
    }

    private boolean isAngle(String name) {
        return isPositive(name)
                && number(name).filter(value -> value.compareTo(STRAIGHT) < 0).isPresent();
    }

    private Optional<BigDecimal> number(String name) {
        try {
            return Optional.ofNullable(values.get(name)).map(BigDecimal::new);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Reading reading(String name, String text) {
        return new Reading(Source.PROCESSING, new SourceTerm(SourceTerm.REFINED, name), text);
    }
}
