package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.entrypoint.api.bundle.BundleEntry;
import io.github.icatimgcif.entrypoint.api.bundle.BundleEntry.Packing;
import io.github.icatimgcif.entrypoint.api.bundle.Pieces;
import io.github.icatimgcif.judge.export.ExportFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Frames as files of an archive, each made when its turn comes. */
final class FrameEntries implements Iterator<BundleEntry> {

    private final List<ExportFrame> frames;
    private final String stem;
    private final Instant modified;
    private final Making making;
    private Optional<Pieces> first = Optional.empty();
    private int next;

    /** What writes one frame. */
    @FunctionalInterface
    interface Making {
        /** Writes it. */
        void write(ExportFrame frame, OutputStream out) throws IOException;
    }

    /**
     * Frames.
     *
     * @param stem how their names begin
     */
    FrameEntries(List<ExportFrame> frames, String stem, Instant modified, Making making) {
        this.frames = List.copyOf(frames);
        this.stem = stem;
        this.modified = modified;
        this.making = making;
    }

    /** Makes the first frame, which is kept until its turn comes. */
    Pieces makeFirst() throws IOException {
        Pieces made = made(frames.get(0));
        first = Optional.of(made);
        return made;
    }

    @Override
    public boolean hasNext() {
        return next < frames.size();
    }

    @Override
    public BundleEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + frames.size() + " frames were made");
        }
        ExportFrame frame = frames.get(next++);
        try {
            Pieces content = first.isPresent() ? first.get() : made(frame);
            first = Optional.empty();
            return new BundleEntry(
                    stem + "/" + FrameDownload.frameName(stem, frame.number()),
                    content.size(),
                    modified,
                    Packing.AS_IT_IS,
                    content::content,
                    (sha256, crc32) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("a frame cannot be made", e);
        }
    }

    private Pieces made(ExportFrame frame) throws IOException {
        Pieces pieces = new Pieces();
        making.write(frame, pieces);
        return pieces;
    }
}
