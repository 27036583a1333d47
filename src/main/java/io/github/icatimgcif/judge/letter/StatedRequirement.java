package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.letter.RequirementResult.Basis;
import io.github.icatimgcif.judge.letter.RequirementResult.State;
import io.github.icatimgcif.judge.letter.RequirementResult.Supplier;
import java.util.List;
import java.util.Optional;

/**
 * Something that one of several items must say.
 *
 * @param name     what it is called in the checklist
 * @param basis    who asks for it
 * @param supplier who can supply it
 * @param items    any of them will do
 */
record StatedRequirement(String name, Basis basis, Supplier supplier, List<String> items) {

    private static final List<StatedRequirement> ALL = List.of(
            wanted("Radiation type", Basis.JOURNAL, Supplier.SERVICE, "_diffrn_radiation.type"),
            wanted("Wavelength", Basis.JOURNAL, Supplier.BEAMLINE, "_diffrn_radiation_wavelength.value"),
            wanted("Radiation probe", Supplier.SERVICE, "_diffrn_radiation.probe"),
            wanted("Facility", Supplier.FACILITY, "_diffrn_source.facility"),
            wanted("Beamline", Supplier.FACILITY, "_diffrn_source.beamline"),
            wanted(
                    "Detector make or model",
                    Supplier.BEAMLINE,
                    "_diffrn_detector.make",
                    "_diffrn_detector.type",
                    "_diffrn_detector.description"),
            wanted(
                    "Temperature of the sample",
                    Supplier.SCIENTIST,
                    "_diffrn.ambient_temperature",
                    "_diffrn.ambient_temp"),
            wanted(
                    "Exposure time",
                    Supplier.BEAMLINE,
                    "_diffrn_scan.integration_time",
                    "_diffrn_scan_frame.integration_time"),
            wanted("Identification of the sample", Supplier.SCIENTIST, "_exptl_crystal.id", "_diffrn.crystal_id"),
            wanted("Date of the measurement", Supplier.BEAMLINE, "_diffrn_scan.date_start", "_diffrn_scan_frame.date"),
            wanted("Date of the imgCIF", Supplier.SERVICE, "_audit.creation_date"),
            wanted(
                    "Contact author",
                    Supplier.AUTHOR,
                    "_audit_contact_author.name",
                    "_audit_author.name",
                    "_publ_contact_author.name"));

    StatedRequirement {
        items = List.copyOf(items);
    }

    private static StatedRequirement wanted(String name, Supplier supplier, String... items) {
        return wanted(name, Basis.RECOMMENDATION, supplier, items);
    }

    private static StatedRequirement wanted(String name, Basis basis, Supplier supplier, String... items) {
        return new StatedRequirement(name, basis, supplier, List.of(items));
    }

    /** Whether a file says each of them, in any of its blocks. */
    static List<RequirementResult> results(List<DataBlock> blocks) {
        return ALL.stream().map(requirement -> requirement.result(blocks)).toList();
    }

    private RequirementResult result(List<DataBlock> blocks) {
        Optional<String> said = items.stream()
                .flatMap(item -> blocks.stream().flatMap(block -> Said.joined(block, item).stream()))
                .findFirst();
        return said.map(found -> Readiness.met(name, basis, found, supplier))
                .orElseGet(() -> new RequirementResult(
                        name, State.MISSING, basis, "not stated", "give " + items.get(0), supplier));
    }
}
