package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.adapter.files.FileContent;
import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.adapter.files.tiff.TiffBytes;
import io.github.icatimgcif.adapter.files.tiff.TiffFile;
import io.github.icatimgcif.adapter.files.tiff.TiffUnreadable;
import java.util.Optional;
import java.util.function.Function;

/** Reads TIFF files by their heads, and behind these where the file is plain: directories may lie behind the pixels. */
final class TiffFiles {

    /** Enough for the directory and the description of one image that lie before its pixels. */
    static final int HEAD = 16 * 1024;

    private final RawFiles files;

    TiffFiles(RawFiles files) {
        this.files = files;
    }

    /**
     * What a question to a file gives.
     *
     * @param asked how many bytes of head were asked for
     * @return empty if it is no TIFF
     * @throws TiffUnreadable if it is damaged, or lies where its directories cannot be reached
     */
    <T> Optional<T> ask(Head head, int asked, Function<TiffFile, T> question) {
        try {
            return TiffFile.of(TiffBytes.of(head, asked)).map(question);
        } catch (TiffUnreadable e) {
            Optional<FileContent> plain =
                    e.isBeyond() && head.compression().isEmpty() ? files.open(head.file()) : Optional.empty();
            if (plain.isEmpty()) {
                throw e;
            }
            try (FileContent content = plain.get()) {
                return TiffFile.of(TiffBytes.of(content)).map(question);
            }
        }
    }
}
