package io.github.icatimgcif.judge.image;

import io.github.icatimgcif.judge.written.Table;
import java.util.Optional;

/**
 * Where an image is, as a row of {@code _array_data_external_data} says it; a part is empty where the row has {@code ?},
 * {@code .} or no such column.
 *
 * @param uri             of the file, or of the archive that it is in
 * @param format          HDF5, CBF, SMV, TIFF ...
 * @param path            path of the data set in an HDF5 file
 * @param frame           1-based number of the image in its file
 * @param archiveFormat   ZIP, TGZ, TBZ ...
 * @param archivePath     name of the file in the archive
 * @param fileCompression GZ, BZ2
 */
public record ImageLink(
        String uri,
        Optional<String> format,
        Optional<String> path,
        Optional<String> frame,
        Optional<String> archiveFormat,
        Optional<String> archivePath,
        Optional<String> fileCompression) {

    /** The link of a row; a row without a URI has an empty one, which leads nowhere. */
    public static ImageLink of(Table.Row row) {
        return new ImageLink(
                row.text("uri").orElse(""),
                row.text("format"),
                row.text("path"),
                row.text("frame"),
                row.text("archive_format"),
                row.text("archive_path"),
                row.text("file_compression"));
    }
}
