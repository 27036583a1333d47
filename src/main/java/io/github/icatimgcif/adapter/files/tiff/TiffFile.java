package io.github.icatimgcif.adapter.files.tiff;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The directories of one TIFF. All methods but {@link #isBig} throw {@link TiffUnreadable} if it is damaged. */
public final class TiffFile {

    /** As many frames as the longest scans have. */
    private static final int MOST_IMAGES = 100_000;

    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int DESCRIPTION = 270;
    private static final int MODEL = 272;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int RESOLUTION_UNIT = 296;
    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;

    private final TiffReader reader;
    private final long position;
    private final TiffDirectory first;

    private TiffFile(TiffReader reader, long position) {
        this.reader = reader;
        this.position = position;
        this.first = TiffDirectory.at(position, reader);
    }

    /**
     * Pixels in a unit of length, as printers want to know it.
     *
     * @param x           along a row
     * @param y           along a column
     * @param millimetres of the unit: 25.4 or 10
     */
    public record Resolution(BigDecimal x, BigDecimal y, BigDecimal millimetres) {}

    /**
     * The images of a file that are all alike.
     *
     * @param image each of them
     * @param count how many, at least 1
     */
    public record Images(TiffImage image, int count) {}

    /**
     * A file.
     *
     * @return empty if it does not begin as a TIFF
     * @throws TiffUnreadable if its first directory cannot be read
     */
    public static Optional<TiffFile> of(TiffBytes bytes) {
        byte[] start = bytes.read(0, 4);
        boolean isLittle = start.length == 4 && start[0] == 'I' && start[1] == 'I';
        if (!isLittle && !(start.length == 4 && start[0] == 'M' && start[1] == 'M')) {
            return Optional.empty();
        }
        ByteOrder order = isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int version = ByteBuffer.wrap(start).order(order).getShort(2);
        if (version != CLASSIC && version != BIG) {
            return Optional.empty();
        }
        TiffReader reader = new TiffReader(bytes, order, version == BIG);
        if (version == BIG && reader.exactly(4, 2).getShort(0) != Long.BYTES) {
            throw TiffUnreadable.damaged("its offsets do not have 8 bytes, as those of a BigTIFF must");
        }
        long first = reader.offset(reader.exactly(version == BIG ? 8 : 4, reader.offsetSize()), 0);
        if (first == 0) {
            throw TiffUnreadable.damaged("it has no directory, so that it was not written to its end");
        }
        return Optional.of(new TiffFile(reader, first));
    }

    /** Whether it is a BigTIFF, for files of more than 4 GB, which TIFF 6.0 does not know. */
    public boolean isBig() {
        return reader.isBig();
    }

    /** The first image. */
    public TiffImage image() {
        return TiffImage.of(first);
    }

    /** What the first image says of itself in words. */
    public Optional<String> description() {
        return first.text(DESCRIPTION);
    }

    /** The camera that took it. */
    public Optional<String> model() {
        return first.text(MODEL);
    }

    /** Pixels in an inch or a cm; empty if that is not said, or is 0. */
    public Optional<Resolution> resolution() {
        Optional<BigDecimal> x = first.rational(X_RESOLUTION).filter(number -> number.signum() > 0);
        Optional<BigDecimal> y = first.rational(Y_RESOLUTION).filter(number -> number.signum() > 0);
        long unit = first.number(RESOLUTION_UNIT).orElse((long) INCH);
        return x.isEmpty() || y.isEmpty() || unit != INCH && unit != CENTIMETRE
                ? Optional.empty()
                : Optional.of(new Resolution(x.get(), y.get(), new BigDecimal(unit == INCH ? "25.4" : "10")));
    }

    /**
     * The directory of one image.
     *
     * @param number 1-based
     * @throws TiffUnreadable if there are fewer
     */
    TiffDirectory directory(int number) {
        TiffDirectory directory = first;
        Set<Long> seen = new HashSet<>(Set.of(position));
        for (int passed = 1; passed < number; passed++) {
            long next = directory.next();
            if (next == 0 || !seen.add(next) || passed >= MOST_IMAGES) {
                throw TiffUnreadable.tooFew(number, passed);
            }
            directory = TiffDirectory.at(next, reader);
        }
        return directory;
    }

    /** The byte order of all numbers in it. */
    ByteOrder order() {
        return reader.order();
    }

    /**
     * All images, of which nothing but the size and the kind of pixels is looked at.
     *
     * @throws TiffUnreadable if the chain of directories does not end, or if they are not alike
     */
    public Images images() {
        TiffImage image = image();
        Set<Long> seen = new HashSet<>(Set.of(position));
        for (long next = first.next(); next != 0; ) {
            if (!seen.add(next)) {
                throw TiffUnreadable.damaged("its directories run in a circle: the one behind number " + seen.size()
                        + " is one that was before");
            }
            if (seen.size() > MOST_IMAGES) {
                throw TiffUnreadable.damaged("it has more than " + MOST_IMAGES + " images");
            }
            TiffDirectory directory = TiffDirectory.at(next, reader);
            int number = seen.size();
            image.difference(TiffImage.of(directory)).ifPresent(how -> {
                throw TiffUnreadable.unlike(number, how);
            });
            next = directory.next();
        }
        return new Images(image, seen.size());
    }
}
