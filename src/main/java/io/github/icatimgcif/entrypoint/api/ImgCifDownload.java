package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.Sha256;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.FilePart;

/** Hands the imgCIF out that the journal knows of, and nothing else. */
final class ImgCifDownload {

    private static final Set<DatasetState> STILL_TO_COME = EnumSet.of(
            DatasetState.RECEIVED,
            DatasetState.CONVERTING,
            DatasetState.REGISTERING,
            DatasetState.WAITING,
            DatasetState.POSTPONED);

    /** Larger ones are not compressed: that is done in memory, so that nobody who reads slowly holds a thread. */
    static final long LARGEST_COMPRESSED = 4L << 20;

    private static final int PARTIAL_CONTENT = 206;

    private ImgCifDownload() {}

    /** The file, a part of it, or that the asker has it already. */
    static Response of(WrittenImgCif file, DownloadWish wish) {
        String name = String.valueOf(file.path().getFileName());
        String tag = "\"" + file.sha256() + "\"";
        String compressedTag = "\"" + file.sha256() + "-gzip\"";
        boolean compressed = wish.takesGzip() && file.size() <= LARGEST_COMPRESSED;
        if (wish.has(tag, compressedTag)) {
            return described(Response.notModified(), compressed ? compressedTag : tag, name, wish)
                    .build();
        }
        if (compressed) {
            return described(
                            Response.ok(gzip(
                                    () -> Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), file.size())),
                            compressedTag,
                            name,
                            wish)
                    .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .build();
        }
        ByteRange.Wish part = ByteRange.of(wish.range(tag), file.size());
        if (part instanceof ByteRange.Wish.Unsatisfiable) {
            return Response.fromResponse(Problem.response(
                            Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE,
                            "the file has " + file.size() + " bytes and no such part"))
                    .header("Content-Range", "bytes */" + file.size())
                    .build();
        }
        if (part instanceof ByteRange.Wish.Part asked) {
            return described(Response.status(PARTIAL_CONTENT), tag, name, wish)
                    .entity(part(file, asked.range()))
                    .header("Content-Range", asked.range().contentRange(file.size()))
                    .build();
        }
        return described(Response.ok(part(file, new ByteRange(0, file.size() - 1))), tag, name, wish)
                .build();
    }

    private static FilePart part(WrittenImgCif file, ByteRange range) {
        return new FilePart(file.path().toFile(), range.first(), range.length());
    }

    /** A browser shows plain text as it is, and nothing in it does anything. */
    static Response.ResponseBuilder described(
            Response.ResponseBuilder answer, String tag, String name, DownloadWish wish) {
        return guarded(answer, wish.isInline() ? "inline" : "attachment", name)
                .type(wish.isInline() ? "text/plain;charset=UTF-8" : "chemical/x-cif")
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Accept-Ranges", wish.links() == LinkChoice.KEPT ? "bytes" : "none");
    }

    /** What keeps a browser from doing more with a download than keeping or showing it. */
    static Response.ResponseBuilder guarded(Response.ResponseBuilder answer, String disposition, String name) {
        return answer.header(HttpHeaders.VARY, "Authorization, Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CONTENT_DISPOSITION, SafeName.header(disposition, name));
    }

    /** A content of that size, compressed in memory. */
    static byte[] gzip(StreamedBody.Content file, long size) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream((int) Math.max(512, size / 8));
        try (InputStream content = file.open();
                OutputStream out = new GZIPOutputStream(compressed)) {
            content.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("an imgCIF cannot be read", e);
        }
        return compressed.toByteArray();
    }

    /**
     * The very file that was written, and not what a link put in its place, or in place of one of its folders, leads to. Its
     * checksum is taken only if it was touched since.
     */
    static boolean isAsRecorded(WrittenImgCif file) {
        try {
            Path path = file.path();
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.isRegularFile()
                    && path.toRealPath().equals(path)
                    && now.size() == file.size()
                    && (isSameTime(now.lastModifiedTime().toInstant(), file.modified()) || hasContent(file));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether nothing at all lies in its place. */
    static boolean isGone(WrittenImgCif file) {
        return Files.notExists(file.path(), LinkOption.NOFOLLOW_LINKS);
    }

    /** The journal keeps fewer digits of a second than a file system. */
    private static boolean isSameTime(Instant now, Instant recorded) {
        return Duration.between(now, recorded).abs().toMillis() == 0;
    }

    private static boolean hasContent(WrittenImgCif file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream content =
                new DigestInputStream(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
    }

    /** Whether something is still to be done for a dataset that may bring it an imgCIF. */
    static boolean isStillToCome(JournalEntry entry) {
        return STILL_TO_COME.contains(entry.state());
    }

    /** The same where nothing can be given meanwhile. */
    static boolean isToWaitFor(JournalEntry entry) {
        return isStillToCome(entry)
                && entry.imgCif().filter(file -> !isGone(file)).isEmpty();
    }

    /** Why a dataset has no imgCIF, and whether one is to come. */
    static String whyMissing(JournalEntry entry) {
        String cause = entry.explanation().isEmpty() ? "" : " (" + entry.explanation() + ")";
        return "the dataset has no imgCIF" + (isStillToCome(entry) ? " yet" : "") + "; it is " + entry.state() + cause;
    }

    /** What is to be said where another file, or none, lies in its place. */
    static String whyChanged(WrittenImgCif file) {
        return "the imgCIF is no longer at " + file.path() + " as it was written: announce the dataset again";
    }
}
