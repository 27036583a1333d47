package io.github.icatimgcif.adapter.eiger;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.FactReadings;
import io.github.icatimgcif.provenance.Reading;
import java.util.List;

/** The plain facts of an EIGER master under the vocabulary {@code eiger}, with digits and unit as recorded. */
final class EigerReadings {

    static final String VOCABULARY = "eiger";

    private static final String SPECIFIC = EigerMaster.DETECTOR + "/detectorSpecific/";

    private final FactReadings facts;

    EigerReadings(Hdf5File file) {
        this.facts = new FactReadings(file, VOCABULARY);
    }

    List<Reading> read() {
        facts.add("start_time", SPECIFIC + "data_collection_date");
        facts.add("photon_energy", SPECIFIC + "photon_energy");
        facts.add("incident_wavelength", EigerMaster.ENTRY + "/instrument/beam/incident_wavelength");
        facts.add("serial_number", EigerMaster.DETECTOR + "/detector_number");
        facts.add("firmware", SPECIFIC + "eiger_fw_version");
        facts.add(
                "count_cutoff",
                SPECIFIC + "countrate_correction_count_cutoff",
                SPECIFIC + "detectorModule_000/countrate_correction_count_cutoff");
        for (String field : List.of(
                "description",
                "count_time",
                "frame_time",
                "detector_readout_time",
                "sensor_material",
                "sensor_thickness",
                "threshold_energy",
                "detector_distance",
                "beam_center_x",
                "beam_center_y")) {
            facts.add(field, EigerMaster.DETECTOR + "/" + field);
        }
        facts.add("sample/name", EigerMaster.ENTRY + "/sample/name");
        return facts.readings();
    }
}
