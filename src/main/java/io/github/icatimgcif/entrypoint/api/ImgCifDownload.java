package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
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
            return Problem.response(
                    Response.Status.NOT_FOUND,
                    "the imgCIF is no longer at " + file.path() + " as it was written: announce the dataset again");
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

    /** Size tells a replaced file; reading it all for its checksum would take longer than sending it. */
    private static boolean isAsRecorded(WrittenImgCif file) {
        try {
            return Files.isRegularFile(file.path()) && Files.size(file.path()) == file.size();
        } catch (IOException e) {
            return false;
        }
    }

    private static String safeName(WrittenImgCif file) {
        return String.valueOf(file.path().getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static Response missing(JournalEntry entry) {
        boolean stillToCome = STILL_TO_COME.contains(entry.state());
        String cause = entry.explanation().isEmpty() ? "" : " (" + entry.explanation() + ")";
        return Problem.response(
                stillToCome ? Response.Status.CONFLICT : Response.Status.NOT_FOUND,
                "the dataset has no imgCIF" + (stillToCome ? " yet" : "") + "; it is " + entry.state() + cause);
    }
}
