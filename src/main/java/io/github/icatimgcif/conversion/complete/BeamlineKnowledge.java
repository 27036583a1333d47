package io.github.icatimgcif.conversion.complete;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is known of beamlines from published or facility-given sources, by date. */
public interface BeamlineKnowledge {

    /**
     * The state of a beamline at a date. The name that the raw file gives is asked first: it was written where the data were
     * taken, while an announced name may be of the beamline for which the session was scheduled.
     *
     * @param beamlineNameOrAlias  name under which the beamline was announced; empty text if it was not
     * @param instrumentName       name of the instrument in the raw file
     * @param date                 day of collection; without one only a state that has no end applies
     */
    Optional<BeamlinePeriod> at(String beamlineNameOrAlias, Optional<String> instrumentName, Optional<LocalDate> date);

    /**
     * The beamlines where a detector stands at a date, over all facilities. Of some raw files the serial number of the detector is
     * the only hint at the beamline.
     *
     * @param serialNumber the number, with or without text around it ({@code Dectris Eiger 16M, S/N E-32-0105})
     * @param date         day of collection; without one only states that have no end apply
     * @return empty if the detector is not known; more than one if the files contradict one another, so that none may be used
     */
    default List<BeamlinePeriod> bySerialNumber(String serialNumber, Optional<LocalDate> date) {
        return List.of();
    }
}
