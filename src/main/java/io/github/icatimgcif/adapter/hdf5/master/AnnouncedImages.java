package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import java.math.BigDecimal;
import java.util.Optional;

/** What the group {@code detectorSpecific} of Dectris says of the images before they are taken. */
public final class AnnouncedImages {

    private final Hdf5File file;
    private final String detector;
    private final Findings findings;

    /** Of the NXdetector at the path {@code detector}. */
    public AnnouncedImages(Hdf5File file, String detector, Findings findings) {
        this.file = file;
        this.detector = detector;
        this.findings = findings;
    }

    /** Tells where another number of images was announced than is there. */
    public void compare(int frames) {
        Optional<Integer> images = number("detectorSpecific/nimages");
        int triggers = number("detectorSpecific/ntrigger").orElse(1);
        if (images.isPresent() && (long) images.get() * triggers != frames) {
            if ((long) images.get() * triggers > frames) {
                findings.missing((long) images.get() * triggers + " images were announced by the master and " + frames
                        + " are there");
            }
            findings.warning(
                    detector + "/detectorSpecific/nimages",
                    (long) images.get() * triggers + " images were announced and " + frames
                            + " are there; those that are there are described");
        }
    }

    /** Bits of a pixel of an image; of a readout if the former is not stated; 0 if neither is. */
    public int bitDepth() {
        return number("bit_depth_image").or(() -> number("bit_depth_readout")).orElse(0);
    }

    private Optional<Integer> number(String field) {
        return Fields.number(file.at(detector + "/" + field)).map(BigDecimal::intValue);
    }
}
