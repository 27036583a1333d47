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

    /**
     * The images that are there. It is told where another number was announced; where as many are there, data files that are unequal
     * miss none. Numbers of images or of links that leave one out still tell of a gap.
     */
    public ImageData compared(ImageData there) {
        int frames = there.frames().count();
        Optional<Integer> images = number("detectorSpecific/nimages");
        Optional<Integer> triggers = number("detectorSpecific/ntrigger");
        if (images.isEmpty()) {
            return there;
        }
        long announced = (long) images.get() * triggers.orElse(1);
        if (announced > frames) {
            findings.missing(announced + " images were announced by the master and " + frames + " are there");
        }
        if (announced != frames) {
            findings.warning(
                    detector + "/detectorSpecific/nimages",
                    announced + " images were announced and " + frames
                            + " are there; those that are there are described");
        }
        // Without the number of triggers those of one trigger may be all that were announced.
        return announced == frames && triggers.isPresent() ? there.complete() : there;
    }

    /** Bits of a pixel of an image; of a readout if the former is not stated; 0 if neither is. */
    public int bitDepth() {
        return number("bit_depth_image").or(() -> number("bit_depth_readout")).orElse(0);
    }

    private Optional<Integer> number(String field) {
        return Fields.number(file.at(detector + "/" + field)).map(BigDecimal::intValue);
    }
}
