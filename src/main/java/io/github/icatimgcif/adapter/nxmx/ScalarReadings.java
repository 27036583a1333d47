package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.ElementType;
import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The plain facts of an NXmx entry, each under the name that the standard gives it, with digits and unit as recorded. */
final class ScalarReadings {

    /** Below the entry; the first place that has it counts. A name after @ is an attribute. */
    private static final List<List<String>> PLACES = List.of(
            List.of("title"),
            List.of("start_time"),
            List.of("end_time"),
            List.of("end_time_estimated"),
            List.of("instrument/name"),
            List.of("instrument/time_zone"),
            List.of("instrument/attenuator/attenuator_transmission"),
            List.of("instrument/beam/total_flux", "sample/beam/total_flux"),
            List.of("instrument/beam/flux", "sample/beam/flux"),
            List.of("source/name", "instrument/source/name"),
            List.of("source/type", "instrument/source/type"),
            List.of("source/probe", "instrument/source/probe"),
            List.of("source/current", "instrument/source/current"),
            List.of("source/power", "instrument/source/power"),
            List.of("source/voltage", "instrument/source/voltage"),
            List.of("sample/name"),
            List.of("sample/temperature"),
            List.of("data/data_scaling_factor", "data/data_scale_factor"),
            List.of("data/data_offset"));

    /** Fields of several numbers; each number is a reading of its own, {@code name/0}, {@code name/1}. */
    private static final List<List<String>> LISTS = List.of(
            List.of("instrument/beam/incident_beam_size", "sample/beam/incident_beam_size"),
            List.of("instrument/beam/incident_polarization_stokes", "instrument/beam/incident_polarisation_stokes"));

    private static final List<String> DETECTOR = List.of(
            "description",
            "type",
            "serial_number",
            "detector_number",
            "dead_time",
            "detector_readout_time",
            "saturation_value",
            "underload_value",
            "sensor_material",
            "sensor_thickness",
            "threshold_energy",
            "gain_setting",
            "bit_depth_image",
            "bit_depth_readout",
            "distance",
            "detector_distance",
            "beam_center_x",
            "beam_center_y",
            "detectorSpecific/countrate_correction_count_cutoff",
            "detectorSpecific/software_version",
            "detectorSpecific/eiger_fw_version");

    /** What a detector of several channels states for each of them. */
    private static final Set<String> OF_CHANNEL = Set.of("saturation_value", "underload_value", "threshold_energy");

    private final NxmxEntry entry;
    private final Findings findings;
    private final List<Reading> readings = new ArrayList<>();

    ScalarReadings(NxmxEntry entry, Findings findings) {
        this.entry = entry;
        this.findings = findings;
    }

    List<Reading> read() {
        for (List<String> places : PLACES) {
            first(places).ifPresent(node -> add(places.get(0), node));
        }
        for (List<String> places : LISTS) {
            first(places).flatMap(Fields::dataset).ifPresent(list -> addEach(places.get(0), list));
        }
        for (String field : DETECTOR) {
            entry.inDetector(field)
                    .or(() -> OF_CHANNEL.contains(field) ? Channels.field(entry, field) : Optional.empty())
                    .ifPresent(node -> add("instrument/detector/" + field, node));
        }
        new ExposureTimes(entry, findings).add(this::add);
        readings.addAll(new BeamReadings(entry, findings).read());
        shortName("instrument/name", "instrument").ifPresent(name -> addText("instrument/short_name", name));
        shortName("source/name", "instrument/source/name").ifPresent(name -> addText("source/short_name", name));
        return readings;
    }

    private Optional<Hdf5Node> first(List<String> places) {
        return places.stream().map(entry::at).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> shortName(String... places) {
        return first(List.of(places)).flatMap(node -> Fields.attribute(node, "short_name"));
    }

    private void add(String name, Hdf5Node node) {
        Optional<Hdf5Dataset> field = Fields.dataset(node);
        if (field.isEmpty()) {
            return;
        }
        if (field.get().type().kind() == ElementType.Kind.TEXT) {
            field.get().text().filter(text -> !text.isBlank()).ifPresent(text -> addText(name, text.strip()));
            return;
        }
        NumberColumn numbers = field.get().numbers();
        numbers.first().ifPresent(number -> {
            if (!areEqual(numbers)) {
                findings.warning(node.path(), "has a value for each frame and they differ; the first is used for all");
            }
            readings.add(new Reading(Source.RAW_FILE, term(name), number.toString(), Fields.unitWord(node)));
        });
    }

    private void addEach(String name, Hdf5Dataset list) {
        NumberColumn numbers = list.numbers();
        for (int i = 0; i < Math.min(4, numbers.size()); i++) {
            String place = name + "/" + i;
            numbers.decimal(i)
                    .ifPresent(number -> readings.add(
                            new Reading(Source.RAW_FILE, term(place), number.toString(), Fields.unitWord(list))));
        }
    }

    private void addText(String name, String text) {
        readings.add(new Reading(Source.RAW_FILE, term(name), text));
    }

    private static boolean areEqual(NumberColumn numbers) {
        double first = numbers.value(0);
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.value(i) != first) {
                return false;
            }
        }
        return true;
    }

    private static SourceTerm term(String name) {
        return new SourceTerm(SourceTerm.NXMX, name);
    }
}
