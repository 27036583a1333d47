package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.cbf.FullCbfImages.Image;
import io.github.icatimgcif.adapter.files.FileContent;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifSelection;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** In which order the images of a full CBF lie in it. */
final class FullCbfStored {

    private FullCbfStored() {}

    /**
     * The images in the order of the file. Of a plain file with several images all of it is gone through; one that is compressed
     * or lies in an archive is taken to have them in the order of their numbers, and that is told.
     *
     * @throws NotUsable if the file is damaged behind its first image
     */
    static List<Image> images(FullCbfHeader header, RawFiles files, RawFile file, Consumer<Finding> tell) {
        List<Image> named = new ArrayList<>();
        header.rows("diffrn_data_frame").stream().map(Image::of).distinct().forEach(named::add);
        if (named.size() <= 1) {
            return named.isEmpty() ? List.of(new Image("1", 1)) : named;
        }
        Optional<FileContent> content = files.open(file);
        if (content.isEmpty()) {
            tell.accept(Finding.note(
                    "_array_data_external_data.frame",
                    header.file() + " holds " + named.size()
                            + " images and is packed; assumed that they lie in it in the order of their binary ids"));
            named.sort(Comparator.comparingInt(Image::binary));
            return named;
        }
        try (FileContent whole = content.get()) {
            return read(header.file(), new Bytes(whole));
        }
    }

    private static List<Image> read(String file, InputStream bytes) {
        try {
            for (DataBlock block : new CifReader().read(bytes, CifSelection.only("array_data"))) {
                Optional<Category> data = block.category("array_data");
                if (data.isPresent()) {
                    return images(data.get());
                }
            }
        } catch (CifUnreadable e) {
            throw new NotUsable(file, "is damaged behind its first image: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // trouble of the storage arrives as Unavailable
        }
        return List.of();
    }

    private static List<Image> images(Category data) {
        List<Image> images = new ArrayList<>();
        FullCbfHeader.rows("array_data", data).stream()
                .filter(row -> row.pixels("data").isPresent())
                .forEach(row -> images.add(Image.of(row)));
        return images;
    }

    /** A file as a stream. */
    private static final class Bytes extends InputStream {

        private static final int PIECE = 1 << 16;

        private final FileContent content;
        private byte[] piece = {};
        private long next;
        private int at;

        Bytes(FileContent content) {
            this.content = content;
        }

        @Override
        public int read() {
            return fill() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean fill() {
            if (at == piece.length) {
                piece = content.read(next, PIECE);
                next += piece.length;
                at = 0;
            }
            return at < piece.length;
        }
    }
}
