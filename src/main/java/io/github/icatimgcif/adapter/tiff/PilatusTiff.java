package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.adapter.files.tiff.TiffFile;
import io.github.icatimgcif.adapter.files.tiff.TiffImage;
import io.github.icatimgcif.adapter.files.tiff.TiffUnreadable;
import io.github.icatimgcif.adapter.minicbf.MiniDialect;
import io.github.icatimgcif.adapter.minicbf.MiniHeader;
import io.github.icatimgcif.adapter.minicbf.MiniImage;
import io.github.icatimgcif.experiment.FrameLocation.Format;
import java.util.List;
import java.util.Optional;

/** A TIFF whose description is the header of a miniCBF, as the camera server of PILATUS detectors writes it. */
final class PilatusTiff implements MiniDialect {

    private final TiffFiles tiffs;

    PilatusTiff(RawFiles files) {
        this.tiffs = new TiffFiles(files);
    }

    @Override
    public String label() {
        return "TIFF with the header of a PILATUS detector";
    }

    @Override
    public Format format() {
        return Format.TIFF;
    }

    @Override
    public Optional<MiniImage> image(Head head) {
        try {
            return tiffs.ask(
                            head, head.length(), file -> image(file, head.file().name()))
                    .flatMap(found -> found);
        } catch (TiffUnreadable damaged) {
            return Optional.empty(); // the series says which files are none of it
        }
    }

    private static Optional<MiniImage> image(TiffFile file, String name) {
        Optional<MiniHeader> header = header(file);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        TiffFile.Images images = file.images();
        TiffImage image = images.image();
        if (images.count() > 1 || image.orientation() != 1 || image.isColoured()) {
            throw new NotUsable(
                    name,
                    "has the header of a PILATUS detector, which describes one image as the detector stored it; it is "
                            + image + ", " + images.count()
                            + " times, so that it was made anew by another program: give"
                            + " the images that the detector wrote");
        }
        return Optional.of(new MiniImage(header.get(), List.of(image.width(), image.height()), image.bitDepth()));
    }

    /** The header of a miniCBF in the description; empty if it has none. A detector without its line has it from the tag. */
    static Optional<MiniHeader> header(TiffFile file) {
        return file.description()
                .filter(text -> MiniHeader.parse(text).isUseful())
                .map(text -> file.model()
                        .map(model -> text + "\n# Detector: " + model.replaceAll("[\\r\\n]+", " "))
                        .orElse(text))
                .map(MiniHeader::parse);
    }
}
