package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.conversion.Description;
import io.github.icatimgcif.conversion.write.ImgCifTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the stages of a conversion on this machine, for one command. */
@FunctionalInterface
public interface LocalConversion {

    /**
     * What was asked for.
     *
     * @param location the dataset: an absolute folder or a raw file
     * @param place    absolute path of the imgCIF, which relative links start from
     * @param facility whose beamline files count; empty for all
     * @param uriBase  what the links to raw files begin with; empty for {@code file:} links
     * @param dataRoots further folders whose files may be opened
     * @param configuration folder of mapping/, beamlines/ and facilities/ that wins over what is shipped
     * @param allHeaders whether the header of every file of a series is read, also where those that are sampled agree
     */
    record Wish(
            Path location,
            Path place,
            Optional<String> facility,
            Optional<String> uriBase,
            List<Path> dataRoots,
            Path configuration,
            boolean allHeaders) {
        public Wish {
            dataRoots = List.copyOf(dataRoots);
        }
    }

    /** The stages for one wish. */
    record Stages(Description description, ImgCifTarget target) {}

    /**
     * Makes the stages.
     *
     * @throws IllegalArgumentException if a file of the configuration is wrong, or no link can begin with {@code uriBase}
     */
    Stages stages(Wish wish);
}
