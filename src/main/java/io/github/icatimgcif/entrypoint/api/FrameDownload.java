package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.download.OwnFiles;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.entrypoint.api.bundle.ArchiveStream;
import io.github.icatimgcif.entrypoint.api.bundle.Pieces;
import io.github.icatimgcif.judge.export.ExportFrame;
import io.github.icatimgcif.judge.export.FrameExport;
import io.github.icatimgcif.judge.export.FrameNumbers;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.written.NotStated;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Frames as full CBFs: one as the file itself, several as an archive. The first is made before anything is sent, so that what cannot be
 * read is told; no more than one is held.
 */
@Singleton
public final class FrameDownload {

    private static final Response.StatusType UNPROCESSABLE = new Response.StatusType() {
        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    };

    private final DatasetEvidence evidence;
    private final OpenDownloads downloads;
    private final StreamSettings settings;

    FrameDownload(DatasetEvidence evidence, OpenDownloads downloads, StreamSettings settings) {
        this.evidence = evidence;
        this.downloads = downloads;
        this.settings = settings;
    }

    /** The answer. */
    Response of(JournalEntry entry, WrittenImgCif file, DownloadWish wish) {
        FrameNumbers numbers = wish.frames(settings.mostFrames());
        Images images =
                evidence.images().orElseThrow(() -> refused(Response.Status.CONFLICT, "this service reads no images"));
        String stem = BundleDownload.stem(file);
        boolean isOne = numbers.count() == 1;
        String name = isOne
                ? frameName(stem, numbers.ranges().get(0).first())
                : stem + "_frames" + wish.archive().suffix();
        Response.ResponseBuilder answer = ImgCifDownload.guarded(Response.ok(), "attachment", name)
                .type(isOne ? "application/x-cbf" : wish.archive().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (wish.isHead()) {
            return answer.build();
        }
        Runnable room = downloads.export();
        try {
            return answer.entity(body(entry, file, wish, images, room)).build();
        } catch (RuntimeException | OutOfMemoryError e) {
            room.run();
            throw e;
        }
    }

    private StreamedBody body(JournalEntry entry, WrittenImgCif file, DownloadWish wish, Images images, Runnable room) {
        try {
            FrameExport export = new FrameExport(chosenBlock(file, wish), wish.firstPixel());
            String scan = wish.scan().orElseGet(export::onlyScan);
            List<ExportFrame> frames = export.frames(scan, wish.frames(settings.mostFrames()));
            FrameEntries entries = new FrameEntries(
                    frames,
                    BundleDownload.stem(file),
                    file.modified(),
                    (frame, out) -> export.write(frame, images, new OwnFiles(entry.dataset(), evidence.roots()), out));
            Pieces first = entries.makeFirst();
            return frames.size() == 1
                    ? new StreamedBody(first::content, OptionalLong.of(first.size()), room)
                    : new StreamedBody(() -> new ArchiveStream(wish.archive(), entries), OptionalLong.empty(), room);
        } catch (NotStated e) {
            throw refused(UNPROCESSABLE, "the imgCIF has " + e.getMessage());
        } catch (ImageUnreadable e) {
            throw refused(Response.Status.CONFLICT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.path(), e);
        }
    }

    /** The name of a frame's file. */
    static String frameName(String stem, int number) {
        return String.format(Locale.ROOT, "%s_%05d.cbf", stem, number);
    }

    private static DataBlock chosenBlock(WrittenImgCif file, DownloadWish wish) throws IOException {
        List<DataBlock> blocks;
        try (InputStream in = file.open()) {
            blocks = new CifReader(CifLimits.USUAL).read(in);
        }
        List<DataBlock> chosen = blocks.stream()
                .filter(its -> wish.block().map(its.name()::equalsIgnoreCase).orElse(true))
                .toList();
        if (chosen.size() != 1) {
            throw refused(
                    UNPROCESSABLE,
                    "the imgCIF has the data blocks "
                            + blocks.stream().map(DataBlock::name).collect(Collectors.joining(", "))
                            + ": name one of them by block=");
        }
        return chosen.get(0);
    }

    private static WebApplicationException refused(Response.StatusType status, String why) {
        return new WebApplicationException(Problem.response(status, why));
    }
}
