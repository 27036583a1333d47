package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.Sha256;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

/** Hands the imgCIF out that the journal knows of, and nothing else. */
final class ImgCifDownload {

    private static final Set<DatasetState> STILL_TO_COME =
            EnumSet.of(DatasetState.RECEIVED, DatasetState.CONVERTING, DatasetState.POSTPONED);

    private ImgCifDownload() {}

    static Response of(JournalEntry entry, Request request) {
        return entry.imgCif().map(file -> existing(file, request)).orElseGet(() -> missing(entry));
    }

    private static Response existing(WrittenImgCif file, Request request) {
        if (!isAsRecorded(file)) {
            return Problem.response(Response.Status.NOT_FOUND, whyChanged(file));
        }
        EntityTag tag = new EntityTag(file.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        return Response.ok(file.path().toFile(), "chemical/x-cif")
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + safeName(file) + "\"")
                .build();
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

    private static String safeName(WrittenImgCif file) {
        return String.valueOf(file.path().getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static Response missing(JournalEntry entry) {
        boolean stillToCome = STILL_TO_COME.contains(entry.state());
        return Problem.response(stillToCome ? Response.Status.CONFLICT : Response.Status.NOT_FOUND, whyMissing(entry));
    }

    /** Why a dataset has no imgCIF, and whether one is to come. */
    static String whyMissing(JournalEntry entry) {
        boolean stillToCome = STILL_TO_COME.contains(entry.state());
        String cause = entry.explanation().isEmpty() ? "" : " (" + entry.explanation() + ")";
        return "the dataset has no imgCIF" + (stillToCome ? " yet" : "") + "; it is " + entry.state() + cause;
    }

    /** What is to be said where another file, or none, lies in its place. */
    static String whyChanged(WrittenImgCif file) {
        return "the imgCIF is no longer at " + file.path() + " as it was written: announce the dataset again";
    }
}
