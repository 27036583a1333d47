package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Hands the imgCIF out that the journal knows of, and nothing else. */
final class ImgCifDownload {

    private static final Set<DatasetState> STILL_TO_COME = EnumSet.of(
            DatasetState.RECEIVED,
            DatasetState.CONVERTING,
            DatasetState.REGISTERING,
            DatasetState.WAITING,
            DatasetState.POSTPONED);

    /** Larger ones are not compressed: that is done in memory, so that nobody who reads slowly holds a thread. */
    private static final long LARGEST_COMPRESSED = 4L << 20;

    private static final int PARTIAL_CONTENT = 206;

    private ImgCifDownload() {}

    /**
     * What is given.
     *
     * @param name    of the file
     * @param size    bytes
     * @param sha256  of the content
     * @param content opens it; each time the same
     * @param room    what giving it takes, asked for where it is sent
     */
    record Given(String name, long size, String sha256, StreamedBody.Content content, Supplier<Runnable> room) {

        /** A file as it is kept: no more is held of it than is on its way, so there is room for any number. */
        static Given of(WrittenImgCif file) {
            return new Given(nameOf(file), file.size(), file.sha256(), file::open, () -> () -> {});
        }
    }

    /** The name of its file. */
    static String nameOf(WrittenImgCif file) {
        return String.valueOf(file.path().getFileName());
    }

    /** All of it, a part of it, or that the asker has it already. */
    static Response of(Given given, DownloadWish wish) {
        String tag = "\"" + given.sha256() + "\"";
        String compressedTag = "\"" + given.sha256() + "-gzip\"";
        boolean compressed = wish.takesGzip() && given.size() <= LARGEST_COMPRESSED;
        if (wish.has(tag, compressedTag)) {
            return described(Response.notModified(), compressed ? compressedTag : tag, given, wish)
                    .build();
        }
        if (compressed) {
            Response.ResponseBuilder answer = wish.isHead() ? Response.ok() : Response.ok(gzip(given));
            return described(answer, compressedTag, given, wish)
                    .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .build();
        }
        ByteRange.Wish part = ByteRange.of(wish.range(tag), given.size());
        if (part instanceof ByteRange.Wish.Unsatisfiable) {
            return Response.fromResponse(Problem.response(
                            Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE,
                            "the file has " + given.size() + " bytes and no such part"))
                    .header("Content-Range", "bytes */" + given.size())
                    .build();
        }
        if (part instanceof ByteRange.Wish.Part asked) {
            return described(sent(Response.status(PARTIAL_CONTENT), given, asked.range(), wish), tag, given, wish)
                    .header("Content-Range", asked.range().contentRange(given.size()))
                    .build();
        }
        ByteRange whole = new ByteRange(0, given.size() - 1);
        return described(sent(Response.ok(), given, whole, wish), tag, given, wish)
                .build();
    }

    private static Response.ResponseBuilder sent(
            Response.ResponseBuilder answer, Given given, ByteRange range, DownloadWish wish) {
        if (wish.isHead()) {
            return answer.header(HttpHeaders.CONTENT_LENGTH, range.length());
        }
        return answer.entity(new StreamedBody(
                () -> range.of(given.content().open()),
                OptionalLong.of(range.length()),
                given.room().get()));
    }

    /** A browser shows plain text as it is, and nothing in it does anything. */
    private static Response.ResponseBuilder described(
            Response.ResponseBuilder answer, String tag, Given given, DownloadWish wish) {
        return guarded(answer, wish.isInline() ? "inline" : "attachment", given.name())
                .type(wish.isInline() ? "text/plain;charset=UTF-8" : "chemical/x-cif")
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Accept-Ranges", "bytes");
    }

    /** What keeps a browser from doing more with a download than keeping or showing it. */
    static Response.ResponseBuilder guarded(Response.ResponseBuilder answer, String disposition, String name) {
        return answer.header(HttpHeaders.VARY, "Authorization, Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CONTENT_DISPOSITION, SafeName.header(disposition, name));
    }

    private static byte[] gzip(Given given) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream((int) Math.max(512, given.size() / 8));
        try (InputStream content = given.content().open();
                OutputStream out = new GZIPOutputStream(compressed)) {
            content.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("an imgCIF cannot be read", e);
        }
        return compressed.toByteArray();
    }

    /** Whether something is still to be done for a dataset that may bring it an imgCIF. */
    static boolean isStillToCome(JournalEntry entry) {
        return STILL_TO_COME.contains(entry.state());
    }

    /** The same where nothing can be given meanwhile. */
    static boolean isToWaitFor(JournalEntry entry) {
        return isStillToCome(entry)
                && entry.imgCif().filter(file -> !file.isGone()).isEmpty();
    }

    /** Why a dataset has no imgCIF, and whether one is to come. */
    static String whyMissing(JournalEntry entry) {
        String cause = entry.explanation().isEmpty() ? "" : " (" + entry.explanation() + ")";
        return "the dataset has no imgCIF" + (isStillToCome(entry) ? " yet" : "") + "; it is " + entry.state() + cause;
    }
}
