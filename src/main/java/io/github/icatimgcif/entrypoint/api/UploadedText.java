package io.github.icatimgcif.entrypoint.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The text of an uploaded file, unpacked if it is gzip; told by its first bytes, not by what the request says of it. */
final class UploadedText {

    private static final int HEAD = 512;
    private static final int BUFFER = 1 << 16;
    private static final String GZIP = "1f8b";

    /** How files begin that are sent by mistake. */
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            GZIP,
            "gzip in gzip",
            "504b0304",
            "a zip archive",
            "504b0506",
            "a zip archive",
            "425a68",
            "compressed by bzip2",
            "fd377a585a00",
            "compressed by xz",
            "28b52ffd",
            "compressed by zstd",
            "894844460d0a1a0a",
            "HDF5",
            "feff",
            "text in UTF-16",
            "fffe",
            "text in UTF-16",
            "255044462d",
            "PDF"));

    private UploadedText() {}

    /**
     * The text.
     *
     * @param body what was sent; not closed
     * @throws WebApplicationException with the answer, here or while it is read, if it is no text or too much of it
     */
    static InputStream of(InputStream body, CheckSettings limits) throws IOException {
        InputStream sent = new BoundedStream(body, limits.largest(), () -> tooLarge(limits));
        byte[] head = sent.readNBytes(HEAD);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), sent);
        if (!hex(head).startsWith(GZIP)) {
            requireText(head);
            return whole;
        }
        InputStream unpacked = new BoundedStream(
                new GZIPInputStream(whole, BUFFER), limits.largestUnpacked(), () -> tooLargeUnpacked(limits));
        byte[] text = unpacked.readNBytes(HEAD);
        requireText(text);
        return new SequenceInputStream(new ByteArrayInputStream(text), unpacked);
    }

    private static void requireText(byte[] head) {
        kind(head).ifPresent(kind -> {
            throw new WebApplicationException(Problem.response(
                    Response.Status.UNSUPPORTED_MEDIA_TYPE,
                    "the body is " + kind + ": send one imgCIF, as UTF-8 text or compressed by gzip"));
        });
    }

    /** What it is if it is no text. */
    private static Optional<String> kind(byte[] head) {
        String hex = hex(head);
        Optional<String> known = KINDS.entrySet().stream()
                .filter(kind -> hex.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        boolean isBinary = false;
        for (byte b : head) {
            isBinary |= b == 0;
        }
        return known.or(isBinary ? () -> Optional.of("no text: it has bytes of 0") : Optional::empty);
    }

    private static String hex(byte[] head) {
        return HexFormat.of().formatHex(Arrays.copyOf(head, Math.min(head.length, 8)));
    }

    private static WebApplicationException tooLarge(CheckSettings limits) {
        return new WebApplicationException(Problem.response(
                Response.Status.REQUEST_ENTITY_TOO_LARGE,
                "the file has more than " + limits.largest()
                        + " bytes, the most that is checked here: send it compressed"
                        + " by gzip, or check it with bin/imgcif check"));
    }

    private static WebApplicationException tooLargeUnpacked(CheckSettings limits) {
        return new WebApplicationException(Problem.response(
                Response.Status.REQUEST_ENTITY_TOO_LARGE,
                "the file unpacks to more than " + limits.largestUnpacked()
                        + " bytes, the most that is checked here: check it with bin/imgcif check"));
    }
}
