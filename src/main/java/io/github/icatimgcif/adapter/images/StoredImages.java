package io.github.icatimgcif.adapter.images;

import io.github.icatimgcif.adapter.cbf.CbfPixels;
import io.github.icatimgcif.adapter.files.FileContent;
import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.tiff.TiffPixels;
import io.github.icatimgcif.adapter.files.tiff.TiffUnreadable;
import io.github.icatimgcif.adapter.hdf5.Hdf5Unreadable;
import io.github.icatimgcif.adapter.smv.SmvPixels;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Images in files of HDF5, CBF, SMV and TIFF, also compressed as a whole or in a ZIP, TGZ or TBZ archive. What the link says of
 * a file must be what the file is.
 */
public final class StoredImages implements Images {

    /** Of a file that has to be unpacked; the largest HDF5 files of one image each are far smaller. */
    private static final long LARGEST_UNPACKED = 4L << 30;

    private final long largestUnpacked;

    /** With the limit for a user's own machine: 4 GiB of a file that is packed. */
    public StoredImages() {
        this(LARGEST_UNPACKED);
    }

    /**
     * With another limit.
     *
     * @param largestUnpacked bytes that a compressed file, or one in an archive, may have when it is unpacked
     */
    public StoredImages(long largestUnpacked) {
        this.largestUnpacked = largestUnpacked;
    }

    @Override
    public Image read(ImageLink link, StoredFiles stored) {
        try (StoredFile file = stored.open(link.uri());
                ImageFile image = ImageFile.of(link, file.path(), largestUnpacked)) {
            return read(link, image);
        } catch (ImageUnreadable e) {
            throw new ImageUnreadable(name(link) + ": " + e.getMessage(), e);
        } catch (NotStored e) {
            throw new ImageUnreadable(String.valueOf(e.getMessage()), e);
        } catch (TiffUnreadable e) {
            throw new ImageUnreadable(name(link) + " " + e.reason(), e);
        } catch (FilesUnusable | Hdf5Unreadable | Unavailable | OutsideDataRoots | IOException e) {
            throw new ImageUnreadable(name(link) + ": " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new ImageUnreadable(
                    name(link) + ": it needs more memory than Java has, "
                            + Runtime.getRuntime().maxMemory() / (1024 * 1024)
                            + " MB: give it more, as by JDK_JAVA_OPTIONS=-Xmx2g",
                    e);
        }
    }

    private static Image read(ImageLink link, ImageFile file) throws IOException {
        int frame = frame(link);
        switch (file.kind()) {
            case HDF5:
                return Hdf5Pixels.read(file, link.path(), link.frame().map(text -> frame));
            case CBF:
                try (InputStream in = Files.newInputStream(file.path())) {
                    return CbfPixels.read(in, frame);
                }
            case TIFF:
                try (FileContent content = file.content()) {
                    return TiffPixels.read(content, frame);
                }
            case SMV:
                if (frame != 1) {
                    throw new ImageUnreadable("frame " + frame + " is wanted, and an SMV file has one image");
                }
                try (InputStream in = Files.newInputStream(file.path())) {
                    return SmvPixels.read(in, Files.size(file.path()));
                }
            default:
                throw ImageUnreadable.beyondThisProgram(
                        "it is " + file.kind().label() + ", whose pixels are not read; HDF5, CBF, SMV and TIFF are");
        }
    }

    /** By the dictionary 1 where nothing is said. */
    private static int frame(ImageLink link) {
        Optional<String> stated = link.frame().map(String::strip);
        if (stated.filter(frame -> !frame.matches("0*[1-9]\\d{0,8}")).isPresent()) {
            throw new ImageUnreadable(
                    "the frame is " + stated.get() + ", which must be a whole number, counted from 1");
        }
        return stated.map(Integer::parseInt).orElse(1);
    }

    private static String name(ImageLink link) {
        return (link.uri().isEmpty() ? "the file itself" : link.uri())
                + link.archivePath().map(member -> ", " + member).orElse("");
    }
}
