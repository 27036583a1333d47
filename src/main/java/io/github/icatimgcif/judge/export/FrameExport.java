package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.CifWriter;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.export.CompressedImage.Quoting;
import io.github.icatimgcif.judge.export.ExportFrame.Part;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.StoredFiles;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Frames of an imgCIF as full CBFs: what the block says, reduced to the frame, and behind it the pixels of each array as whole
 * numbers of 32 bits, compressed by byte offsets. No more than one image is held, and nothing between two frames.
 */
public final class FrameExport {

    /** How a file that this program wrote begins. */
    public static final String MAGIC = "###CBF: VERSION 1.5, icat-imgcif";

    private final DataBlock block;
    private final FirstPixel firstPixel;

    /**
     * An export.
     *
     * @param block      the whole block of an imgCIF
     * @param firstPixel what is put at index 0 of the surface axes of a detector of one element
     */
    public FrameExport(DataBlock block, FirstPixel firstPixel) {
        this.block = block;
        this.firstPixel = firstPixel;
    }

    /** The scans of the block in its order. */
    public List<String> scans() {
        return Table.of(block, "diffrn_scan").rows().stream()
                .flatMap(row -> row.text("id").stream())
                .toList();
    }

    /**
     * The only scan of the block.
     *
     * @throws NotStated if it has several or none
     */
    public String onlyScan() {
        List<String> scans = scans();
        if (scans.size() != 1) {
            throw new NotStated(
                    scans.isEmpty()
                            ? "no scan in diffrn_scan"
                            : "no choice among the scans " + String.join(", ", scans) + ": name one of them");
        }
        return scans.get(0);
    }

    /**
     * The frames of a scan, ready to be written; those of one call are kept, some kilobytes each.
     *
     * @throws NotStated if the scan has no such frame, or the block does not say where the pixels of one are
     */
    public List<ExportFrame> frames(String scan, FrameNumbers numbers) {
        Map<Integer, String> ids = new TreeMap<>();
        int last = 0;
        for (Table.Row row : Table.of(block, "diffrn_scan_frame")) {
            int number = row.number("frame_number")
                    .filter(its -> its.scale() <= 0 || its.stripTrailingZeros().scale() <= 0)
                    .map(its -> its.intValue())
                    .orElse(0);
            if (row.text("scan_id").orElse("").equals(scan)) {
                last = Math.max(last, number);
                if (numbers.contains(number)) {
                    row.text("frame_id").ifPresent(id -> ids.put(number, id));
                }
            }
        }
        if (ids.size() < numbers.count()) {
            throw new NotStated(missing(scan, numbers, ids, last));
        }
        return FrameRows.of(block, scan, ids);
    }

    private static String missing(String scan, FrameNumbers numbers, Map<Integer, String> ids, int last) {
        int first = numbers.stream()
                .filter(number -> !ids.containsKey(number))
                .findFirst()
                .orElseThrow();
        return "no frame " + first + " in " + scan
                + (last == 0 ? ", which has none: give a scan of diffrn_scan" : ", whose frames are 1 to " + last);
    }

    /**
     * Writes a frame.
     *
     * @param stored where the files are that the block links to
     * @param out    is flushed and not closed
     * @throws ImageUnreadable if its pixels cannot be read; nothing has been written then
     * @throws NotStated       if the block does not say what the pixels are; nothing has been written then
     */
    public void write(ExportFrame frame, Images images, StoredFiles stored, OutputStream out) throws IOException {
        List<ExportArray> arrays = frame.parts().stream()
                .map(part -> ExportArray.of(block, part.array()))
                .toList();
        FrameHeader description = new FrameHeader(block, frame, firstPixel);
        DataBlock header = description.block();
        Quoting quoting = arrays.size() == 1 && description.isScan() ? Quoting.QUOTED : Quoting.BARE;
        Optional<ImageLink> read = Optional.empty();
        Optional<Image> image = Optional.empty();
        for (int i = 0; i < arrays.size(); i++) {
            Part part = frame.parts().get(i);
            if (!read.equals(Optional.of(part.link()))) { // sections of one image follow one another
                image = Optional.empty();
                image = Optional.of(images.read(part.link(), stored));
                read = Optional.of(part.link());
            }
            Image values = arrays.get(i).cut(image.orElseThrow());
            if (i == 0) {
                writeHeader(frame, header, out);
            }
            writeText(out, CifWriter.word(CifValue.text(part.array())) + " " + (i + 1));
            new CompressedImage(values, arrays.get(i).dimensions(), i + 1, quoting).write(out);
        }
        out.flush();
    }

    private void writeHeader(ExportFrame frame, DataBlock header, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        text.write(MAGIC + "\n");
        text.write(comment(frame).lines().map(line -> "# " + line + "\n").collect(Collectors.joining()));
        new CifWriter(text).writeBlock(header);
        text.write("\nloop_\n _array_data.array_id\n _array_data.binary_id\n _array_data.data\n");
        text.flush();
    }

    private String comment(ExportFrame frame) {
        boolean isCorner = firstPixel == FirstPixel.CORNER && frame.parts().size() == 1;
        return "Frame " + frame.number() + " of " + ascii(frame.scan())
                + ". Numbers above 2147483647 are written as the\n"
                + "negative ones of the same 32 bits: 4294967295 as -1.\n"
                + (isCorner
                        ? "_array_structure_list_axis.displacement is that of the outer corner of the first\n"
                                + "pixel, as dxtbx reads it; the dictionary means its centre."
                        : "_array_structure_list_axis.displacement is that of the centre of the first pixel,\n"
                                + "as the dictionary says.")
                + FrameDate.of(block, frame)
                        .remark()
                        .map(remark -> "\n" + remark)
                        .orElse("");
    }

    private static String ascii(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private static void writeText(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
