package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * The image that the original looks at: that of the first row whose file is there. Where no row has a frame the original takes the
 * whole data set; its dimensions and its type are those of the first frame, which is taken here.
 *
 * @param type    what its values are
 * @param fast    its first dimension
 * @param slow    its second
 * @param atTop   how many values are the largest of the type
 * @param nearTop how many are less than ten below that
 */
record OriginalImage(ElementType type, int fast, int slow, long atTop, long nearTop) {

    private static final String EXTERNAL = "_array_data_external_data.";
    private static final int NEAR = 10;
    private static final int FIRST_FOREIGN_FILTER = 256;

    /** The filters of HDF5 that the original knows beside those of HDF5 itself. */
    private static final Set<Integer> FOREIGN_FILTERS = Set.of(32000, 32001, 32002, 32004, 32008, 32013);

    /**
     * The image of a block.
     *
     * @throws ImageUnreadable if there is none or it cannot be read
     * @throws CannotBeTested  if its row does not say where it is
     */
    static OriginalImage of(OriginalBlock block, Images images, StoredFiles files) {
        Image image = images.read(link(block, files), files);
        for (int filter : image.storage().filters()) {
            if (filter >= FIRST_FOREIGN_FILTER && !FOREIGN_FILTERS.contains(filter)) {
                throw new ImageUnreadable("the HDF5 filter " + filter + " is not available to checkImgCIF");
            }
        }
        long top = image.type().largest();
        long atTop = 0;
        long nearTop = 0;
        for (int i = 0; i < image.count(); i++) {
            long value = image.value(i);
            atTop += value == top ? 1 : 0;
            nearTop += value < top && value > top - NEAR ? 1 : 0;
        }
        return new OriginalImage(image.type(), image.fast(), image.slow(), atTop, nearTop);
    }

    private static ImageLink link(OriginalBlock block, StoredFiles files) {
        Set<String> missing = new HashSet<>();
        int row = 0;
        for (CifValue value : block.column(EXTERNAL + "uri")) {
            String uri = OriginalBlock.spelling(value);
            if (!missing.contains(uri) && files.missing(uri).isEmpty()) {
                return link(block, uri, row);
            }
            missing.add(uri);
            row++;
        }
        throw new ImageUnreadable("none of the files that " + EXTERNAL + "uri names is there");
    }

    private static ImageLink link(OriginalBlock block, String uri, int row) {
        return new ImageLink(
                uri,
                text(block, "format", row),
                text(block, "path", row),
                frame(block, row),
                text(block, "archive_format", row),
                text(block, "archive_path", row),
                text(block, "file_compression", row));
    }

    private static Optional<String> frame(OriginalBlock block, int row) {
        return value(block, "frame", row)
                .map(value -> Long.toString(JuliaNumber.parseWhole(EXTERNAL + "frame", value)));
    }

    private static Optional<String> text(OriginalBlock block, String object, int row) {
        return value(block, object, row).flatMap(CifValue::asText);
    }

    /** Empty if the block does not have the item. */
    private static Optional<CifValue> value(OriginalBlock block, String object, int row) {
        if (!block.has(EXTERNAL + object)) {
            return Optional.empty();
        }
        Iterator<CifValue> values = block.column(EXTERNAL + object).iterator();
        for (int before = 0; before < row; before++) {
            values.next();
        }
        return Optional.of(values.next());
    }
}
