package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The known traps of MX parameters that concern one parameter at a time, each by its name. */
enum ParameterTraps implements ParameterTrap {

    /**
     * In 2025 and 2026 MX_axis_range held the NAME of the axis ("Phi"); the newest versions send that as MX_rotation_axis, as a
     * numeric field cannot hold it.
     */
    AXIS_NAME_IN_AXIS_RANGE {
        @Override
        void correct(Reading reading, List<Reading> kept, List<Finding> findings) {
            if (ParameterTrap.isOf(reading, "MX_axis_range") && !isNumber(reading)) {
                kept.add(ParameterTrap.renamed(reading, "MX_rotation_axis"));
                findings.add(Finding.note(
                        "MX_axis_range",
                        "holds the name of the axis, '" + reading.text() + "', not a range; read as MX_rotation_axis"));
            } else {
                kept.add(reading);
            }
        }
    },

    /** Until 2024 the start angle was MX_oscillationStart, since 2025 it is MX_axis_start. */
    OSCILLATION_START_IS_AXIS_START {
        @Override
        void correct(Reading reading, List<Reading> kept, List<Finding> findings) {
            kept.add(
                    ParameterTrap.isOf(reading, "MX_oscillationStart")
                            ? ParameterTrap.renamed(reading, "MX_axis_start")
                            : reading);
        }
    },

    /** MX_kappa_settings_id is a running number of the workflow, or since 2026 two angles: "Kappa: 30.0, Phi: 45.0". */
    KAPPA_SETTINGS_IN_TWO_FORMS {
        @Override
        void correct(Reading reading, List<Reading> kept, List<Finding> findings) {
            if (!ParameterTrap.isOf(reading, KappaSetting.PARAMETER)) {
                kept.add(reading);
                return;
            }
            Matcher angles = KAPPA_AND_PHI.matcher(reading.text());
            if (angles.matches()) {
                kept.add(new Reading(
                        reading.source(),
                        ParameterTrap.renamed(reading, KappaSetting.KAPPA).term(),
                        angles.group(1)));
                kept.add(new Reading(
                        reading.source(),
                        ParameterTrap.renamed(reading, KappaSetting.KAPPA_PHI).term(),
                        angles.group(2)));
            }
        }
    },

    /** InstrumentCryostat01_value is a temperature in K, or the words "room temperature". */
    CRYOSTAT_IN_WORDS {
        @Override
        void correct(Reading reading, List<Reading> kept, List<Finding> findings) {
            kept.add(
                    ParameterTrap.isOf(reading, "InstrumentCryostat01_value") && !isNumber(reading)
                            ? ParameterTrap.renamed(reading, "InstrumentCryostat01_words")
                            : reading);
        }
    },

    /**
     * The divergences come from a file of the beamline control that is written in microradian, milliradian or degree; without
     * a stated unit the number says nothing.
     */
    DIVERGENCE_WITHOUT_UNIT {
        @Override
        void correct(Reading reading, List<Reading> kept, List<Finding> findings) {
            boolean divergence = reading.term().name().endsWith("incident_beam_divergence")
                    && reading.term().vocabulary().equals("parameter")
                    && !MissingWords.isMissing(reading.text());
            if (divergence && reading.unit().map(MissingWords::isMissing).orElse(true)) {
                findings.add(Finding.note(
                        reading.term().name(),
                        "states no unit (" + reading.text() + " may be degree, mrad or microrad); not used"));
            } else {
                kept.add(reading);
            }
        }
    };

    private static final Pattern KAPPA_AND_PHI = Pattern.compile(
            "\\s*kappa\\s*[:=]\\s*([+-]?[\\d.]+)\\s*,?\\s*phi\\s*[:=]\\s*([+-]?[\\d.]+)\\s*", Pattern.CASE_INSENSITIVE);

    @Override
    public Corrected correct(List<Reading> readings) {
        List<Reading> kept = new ArrayList<>(readings.size());
        List<Finding> findings = new ArrayList<>();
        readings.forEach(reading -> correct(reading, kept, findings));
        return new Corrected(kept, findings.stream().distinct().toList());
    }

    /** Puts into {@code kept} what is to stand for this reading. */
    abstract void correct(Reading reading, List<Reading> kept, List<Finding> findings);

    private static boolean isNumber(Reading reading) {
        return RecordedNumber.read(reading.text()).isPresent();
    }
}
