package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.entrypoint.api.bundle.ArchiveForm;
import io.github.icatimgcif.judge.export.FirstPixel;
import io.github.icatimgcif.judge.export.FrameNumbers;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How an imgCIF is wanted. */
public final class DownloadWish {

    @Parameter(
            description = "seconds to wait for an imgCIF that is not there yet; 0 without it, bounded by the service")
    @QueryParam("wait")
    @DefaultValue("0")
    String wait = "0";

    @Parameter(description = "true to have a browser show the file and not keep it")
    @QueryParam("inline")
    @DefaultValue("false")
    String inline = "false";

    @Parameter(
            description =
                    "where the links of the imgCIF lead: local (the folder raw beside it, as in a bundle), portal (the"
                            + " facility's data portal) or doi (what is published under the dataset's DOI); without it, as it is kept",
            schema = @Schema(enumeration = {"local", "portal", "doi"}))
    @QueryParam("uri")
    @DefaultValue("")
    String uri = "";

    @Parameter(
            description =
                    "bundle: an archive with the imgCIF, a report on it and, with raw=true, the raw files; cbf: frames as"
                            + " full CBFs; without it the imgCIF alone",
            schema = @Schema(enumeration = {"cif", "bundle", "cbf"}))
    @QueryParam("as")
    @DefaultValue("cif")
    String as = "cif";

    @Parameter(
            description = "of a bundle, and of several frames",
            schema =
                    @Schema(
                            enumeration = {"zip", "tar"},
                            defaultValue = "zip"))
    @QueryParam("archive")
    @DefaultValue("zip")
    String archive = "zip";

    @Parameter(description = "true to have the raw files in the bundle")
    @QueryParam("raw")
    @DefaultValue("false")
    String raw = "false";

    @Parameter(description = "of as=cbf: frames by their numbers in the scan, from 1: 7, 1-10 or 1,5,9-12")
    @QueryParam("frames")
    @DefaultValue("")
    String frames = "";

    @Parameter(description = "of as=cbf: the scan, where the imgCIF has several")
    @QueryParam("scan")
    @DefaultValue("")
    String scan = "";

    @Parameter(description = "of as=cbf: the data block, where the imgCIF has several")
    @QueryParam("block")
    @DefaultValue("")
    String block = "";

    @Parameter(
            description =
                    "of as=cbf: what index 0 of the axes of a detector of one element means: the outer corner of the first"
                            + " pixel, as dxtbx has it, or its centre, as the dictionary has it",
            schema =
                    @Schema(
                            enumeration = {"corner", "centre"},
                            defaultValue = "corner"))
    @QueryParam("firstPixel")
    @DefaultValue("corner")
    String firstPixel = "corner";

    private boolean isHead;

    /** What an answer consists of. */
    enum Form {
        CIF,
        BUNDLE,
        FRAMES
    }

    @HeaderParam("Range")
    @DefaultValue("")
    @Parameter(hidden = true)
    String range = "";

    @HeaderParam("If-Range")
    @DefaultValue("")
    @Parameter(hidden = true)
    String ifRange = "";

    @HeaderParam("If-None-Match")
    @DefaultValue("")
    @Parameter(hidden = true)
    String ifNoneMatch = "";

    @HeaderParam("Accept-Encoding")
    @DefaultValue("")
    @Parameter(hidden = true)
    String acceptEncoding = "";

    /** The same, of this request. */
    DownloadWish of(Request request) {
        isHead = request.getMethod().equals("HEAD");
        return this;
    }

    /**
     * Where the links are to lead.
     *
     * @throws WebApplicationException with the answer, if that is not known
     */
    LinkChoice links() {
        return switch (uri) {
            case "" -> LinkChoice.KEPT;
            case "local" -> LinkChoice.LOCAL;
            case "portal" -> LinkChoice.PORTAL;
            case "doi" -> LinkChoice.DOI;
            default -> throw wrong("there are no such links: give uri=local, uri=portal or uri=doi");
        };
    }

    /**
     * What is wanted.
     *
     * @throws WebApplicationException with the answer, if that is not known or does not go together
     */
    Form form() {
        if (as.equals("cif") || as.isEmpty()) {
            return Form.CIF;
        }
        if (as.equals("bundle")) {
            if (links() != LinkChoice.KEPT && links() != LinkChoice.LOCAL) {
                throw wrong("the links of a bundle lead to its own folder: leave uri away, or take the imgCIF alone");
            }
            return Form.BUNDLE;
        }
        if (as.equals("cbf")) {
            if (links() != LinkChoice.KEPT) {
                throw wrong("a full CBF has its pixels within and no links: leave uri away");
            }
            return Form.FRAMES;
        }
        throw wrong("there is no such form: give as=bundle or as=cbf, or leave it away for the imgCIF");
    }

    /**
     * The kind of archive.
     *
     * @throws WebApplicationException with the answer, if that is not known
     */
    ArchiveForm archive() {
        return switch (archive) {
            case "", "zip" -> ArchiveForm.ZIP;
            case "tar" -> ArchiveForm.TAR;
            default -> throw wrong("there are no such archives: give archive=zip or archive=tar");
        };
    }

    /** Whether the raw files are wanted too. */
    boolean withRaw() {
        return Boolean.parseBoolean(raw) || "1".equals(raw);
    }

    /**
     * The frames that are wanted.
     *
     * @param most how many one may ask for
     * @throws WebApplicationException with the answer, if none are named, or too many
     */
    FrameNumbers frames(int most) {
        if (frames.isEmpty()) {
            throw wrong("say which frames: frames=7, frames=1-10 or frames=1,5,9-12");
        }
        try {
            FrameNumbers numbers = FrameNumbers.parse(frames);
            if (numbers.count() > most) {
                throw wrong(numbers.count() + " frames are asked for; one request may ask for " + most
                        + ": ask for the others by further ones");
            }
            return numbers;
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** The scan that is named. */
    Optional<String> scan() {
        return Optional.of(scan).filter(text -> !text.isEmpty());
    }

    /** The data block that is named. */
    Optional<String> block() {
        return Optional.of(block).filter(text -> !text.isEmpty());
    }

    /**
     * Where index 0 of a surface axis is put.
     *
     * @throws WebApplicationException with the answer, if that is not known
     */
    FirstPixel firstPixel() {
        return switch (firstPixel) {
            case "", "corner" -> FirstPixel.CORNER;
            case "centre" -> FirstPixel.CENTRE;
            default -> throw wrong("give firstPixel=corner or firstPixel=centre");
        };
    }

    private static WebApplicationException wrong(String detail) {
        return new WebApplicationException(Problem.response(Response.Status.BAD_REQUEST, detail));
    }

    /** Whether only what stands before the file is wanted. */
    boolean isHead() {
        return isHead;
    }

    boolean isInline() {
        return Boolean.parseBoolean(inline) || "1".equals(inline);
    }

    /** How long to wait, not longer than so; nothing where it is no number. */
    Duration wait(Duration longest) {
        if (!wait.matches("\\d{1,9}")) {
            return Duration.ZERO;
        }
        Duration wished = Duration.ofSeconds(Long.parseLong(wait));
        return wished.compareTo(longest) > 0 ? longest : wished;
    }

    /** The part that is asked for, if the file is still the one that the asker has the rest of. */
    Optional<String> range(String tag) {
        return range.isEmpty() || !ifRange.isEmpty() && !ifRange.strip().equals(tag)
                ? Optional.empty()
                : Optional.of(range);
    }

    /** Whether the asker has the file already, in whichever of its encodings. */
    boolean has(String... tags) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(one -> one.strip().replaceFirst("^W/", ""))
                .anyMatch(one -> one.equals("*") || Arrays.asList(tags).contains(one));
    }

    /** Whether gzip is welcome; a part is never compressed. */
    boolean takesGzip() {
        return range.isEmpty()
                && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                        .map(one -> one.replace(" ", ""))
                        .anyMatch(one -> one.matches("(gzip|\\*)(;q=(1(\\.0*)?|0?\\.0*[1-9]\\d*))?"));
    }
}
