package io.github.icatimgcif.adapter.files.tiff;

import io.github.icatimgcif.judge.image.ImageUnreadable;

/** The strips or tiles that the pixels of one image lie in. A tile at the right or the lower edge reaches over it. */
final class TiffPieces {

    private static final int STRIP_OFFSETS = 273;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int MOST = 1 << 20;
    private static final int LARGEST_TILE = 1 << 16;
    private static final long MOST_PIXELS = 1L << 27;

    private final TiffImage image;
    private final boolean areTiles;
    private final int width;
    private final int height;
    private final long[] offsets;
    private final long[] stored;

    private TiffPieces(TiffImage image, boolean areTiles, int width, int height, long[] offsets, long[] stored) {
        this.image = image;
        this.areTiles = areTiles;
        this.width = width;
        this.height = height;
        this.offsets = offsets;
        this.stored = stored;
        if ((long) width * height > MOST_PIXELS) {
            throw TiffUnreadable.damaged("its strips or tiles are " + width + " x " + height + " pixels");
        }
        long across = (image.width() + (long) width - 1) / width;
        long down = (image.height() + (long) height - 1) / height;
        if (offsets.length < across * down || stored.length < across * down) {
            throw TiffUnreadable.damaged("its " + across * down + " strips or tiles have " + offsets.length
                    + " offsets and " + stored.length + " sizes");
        }
    }

    static TiffPieces of(TiffDirectory directory, TiffImage image) {
        if (directory.number(TILE_WIDTH).isPresent()) {
            return new TiffPieces(
                    image,
                    true,
                    side(directory, TILE_WIDTH),
                    side(directory, TILE_LENGTH),
                    directory.numbers(TILE_OFFSETS, MOST),
                    directory.numbers(TILE_BYTES, MOST));
        }
        long rows = directory.number(ROWS_PER_STRIP).orElse((long) image.height());
        if (rows < 1) {
            throw TiffUnreadable.damaged("RowsPerStrip is " + rows);
        }
        return new TiffPieces(
                image,
                false,
                image.width(),
                (int) Math.min(rows, image.height()),
                directory.numbers(STRIP_OFFSETS, MOST),
                directory.numbers(STRIP_BYTES, MOST));
    }

    private static int side(TiffDirectory directory, int tag) {
        long side = directory.number(tag).orElse(0L);
        if (side < 1 || side > LARGEST_TILE) {
            throw TiffUnreadable.damaged("a side of its tiles is " + side + ", which must be 1 to " + LARGEST_TILE);
        }
        return (int) side;
    }

    private int across() {
        return (image.width() + width - 1) / width;
    }

    /** How many there are. */
    int count() {
        return across() * ((image.height() + height - 1) / height);
    }

    /** Pixels of a row of each. */
    int width() {
        return width;
    }

    /** Pixels of one, those beyond the edge of the image included. */
    int pixels(int piece) {
        return Math.multiplyExact(width, areTiles ? height : Math.min(height, image.height() - piece * height));
    }

    /** Where the first byte of one lies in the file. */
    long offset(int piece) {
        if (offsets[piece] < 0) {
            throw TiffUnreadable.damaged("its strip or tile " + (piece + 1) + " lies where no file has any byte");
        }
        return offsets[piece];
    }

    /** Bytes of one as it is stored. */
    long stored(int piece) {
        return Math.max(0, stored[piece]);
    }

    /** A header of a few bytes must not ask for the memory of a large image. */
    void requireRoom(long fileSize, int ratio, int pixelBytes) {
        long bytes = (long) image.width() * image.height() * pixelBytes;
        if (fileSize < bytes / ratio) {
            throw new ImageUnreadable(
                    "it has " + fileSize + " bytes, where " + image + " take " + bytes + ": copy it anew");
        }
    }

    /** Puts the values of one where they belong. */
    void place(int piece, int[] values, int[] pixels) {
        int left = piece % across() * width;
        int top = piece / across() * height;
        int columns = Math.min(width, image.width() - left);
        int rows = Math.min(values.length / width, image.height() - top);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * width, pixels, (top + row) * image.width() + left, columns);
        }
    }
}
