package io.github.icatimgcif.adapter.files.tiff;

import io.github.icatimgcif.adapter.files.FileContent;
import io.github.icatimgcif.adapter.files.PlainValues;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.zip.InflaterInputStream;

/**
 * The pixels of one image of a TIFF, in strips or tiles, plain or deflated; rows in the order in which they are stored, whatever
 * the tag Orientation says.
 */
public final class TiffPixels {

    private static final long MOST_PIXELS = 1L << 27;
    private static final int BUFFER = 64 * 1024;
    private static final int COMPRESSION = 259;
    private static final int PREDICTOR = 317;
    private static final int NONE = 1;
    private static final int ADOBE_DEFLATE = 8;
    private static final int DEFLATE = 32946;
    private static final int DIFFERENCES = 2;

    private TiffPixels() {}

    /**
     * One image.
     *
     * @param content the file
     * @param number  1-based number of the image in it
     * @throws ImageUnreadable if it is no picture of whole numbers, or is compressed in another way
     * @throws TiffUnreadable  if the file is damaged, or has fewer images
     */
    public static Image read(FileContent content, int number) {
        TiffFile file = TiffFile.of(TiffBytes.of(content))
                .orElseThrow(() -> new ImageUnreadable("it does not begin as a TIFF"));
        TiffDirectory directory = file.directory(number);
        TiffImage image = TiffImage.of(directory);
        ElementType type = type(image);
        if ((long) image.width() * image.height() > MOST_PIXELS) {
            throw new ImageUnreadable("it has " + image + ", more than the " + MOST_PIXELS + " that are read");
        }
        boolean isDeflated = isDeflated(directory);
        boolean hasDifferences = hasDifferences(directory);
        TiffPieces pieces = TiffPieces.of(directory, image);
        pieces.requireRoom(content.size(), isDeflated ? 1100 : 1, type.bits() / Byte.SIZE);
        int[] pixels = new int[image.width() * image.height()];
        for (int i = 0; i < pieces.count(); i++) {
            int[] values = values(content, pieces, i, type, file.order(), isDeflated);
            if (hasDifferences) {
                undoDifferences(values, pieces.width());
            }
            pieces.place(i, values, pixels);
        }
        return new Image(
                type, image.width(), image.height(), pixels, Storage.of(type, file.order() == ByteOrder.BIG_ENDIAN));
    }

    private static ElementType type(TiffImage image) {
        return ElementType.of(Math.abs(image.bitDepth()), image.bitDepth() < 0)
                .filter(type -> !image.isColoured())
                .orElseThrow(() -> ImageUnreadable.beyondThisProgram(
                        "it has " + image + "; one whole number of 8, 16 or 32 bits a pixel is read"));
    }

    private static boolean isDeflated(TiffDirectory directory) {
        long compression = directory.number(COMPRESSION).orElse((long) NONE);
        boolean isDeflated = compression == ADOBE_DEFLATE || compression == DEFLATE;
        if (compression != NONE && !isDeflated) {
            throw ImageUnreadable.beyondThisProgram("its pixels have the compression " + compression
                    + (compression == 5 ? " (LZW)" : compression == 32773 ? " (PackBits)" : "")
                    + "; none (1) and Deflate (8) are read");
        }
        return isDeflated;
    }

    /** Whether each pixel is stored as its difference to the one on its left. */
    private static boolean hasDifferences(TiffDirectory directory) {
        long predictor = directory.number(PREDICTOR).orElse(1L);
        if (predictor > DIFFERENCES || predictor < 1) {
            throw ImageUnreadable.beyondThisProgram(
                    "its pixels have the predictor " + predictor + "; 1 and 2 are read");
        }
        return predictor == DIFFERENCES;
    }

    private static int[] values(
            FileContent content, TiffPieces pieces, int piece, ElementType type, ByteOrder order, boolean isDeflated) {
        InputStream stored = content.from(pieces.offset(piece), pieces.stored(piece), BUFFER);
        try (InputStream plain = isDeflated ? new InflaterInputStream(stored) : stored) {
            return PlainValues.read(plain, pieces.pixels(piece), type.bits(), order);
        } catch (IOException e) {
            throw new ImageUnreadable(
                    "its strip or tile " + (piece + 1) + " of " + pieces.count() + " does not hold its "
                            + pieces.pixels(piece) + " pixels of " + type.bits() + " bits (" + e.getMessage()
                            + "): copy it anew",
                    e);
        }
    }

    private static void undoDifferences(int[] values, int width) {
        for (int i = 0; i < values.length; i++) {
            values[i] += i % width == 0 ? 0 : values[i - 1];
        }
    }
}
