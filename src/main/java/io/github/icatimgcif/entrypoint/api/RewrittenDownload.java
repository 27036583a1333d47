package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.cif.RewrittenItem;
import io.github.icatimgcif.conversion.map.LinkNotMoved;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.Sha256;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * An imgCIF with other links, made while it is sent. It is gone through once before, so that a link that cannot be written is told and
 * not met half-way, and its size and checksum are known.
 */
final class RewrittenDownload {

    private static final ItemName LINK = new ItemName("array_data_external_data", "uri");

    private final WrittenImgCif file;
    private final UnaryOperator<String> links;
    private final long size;
    private final String sha256;

    private RewrittenDownload(WrittenImgCif file, UnaryOperator<String> links, long size, String sha256) {
        this.file = file;
        this.links = links;
        this.size = size;
        this.sha256 = sha256;
    }

    /**
     * Goes through an imgCIF.
     *
     * @throws WebApplicationException with the answer, if a link cannot be written so
     */
    static RewrittenDownload of(WrittenImgCif file, UnaryOperator<String> links) {
        MessageDigest digest = Sha256.digest();
        try (InputStream content = new DigestInputStream(open(file, links), digest)) {
            long size = content.transferTo(OutputStream.nullOutputStream());
            return new RewrittenDownload(file, links, size, HexFormat.of().formatHex(digest.digest()));
        } catch (LinkNotMoved e) {
            throw new WebApplicationException(
                    e, Problem.response(Response.Status.CONFLICT, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.path(), e);
        }
    }

    private static InputStream open(WrittenImgCif file, UnaryOperator<String> links) throws IOException {
        return new RewrittenItem(file.open(), CifLimits.USUAL, LINK, links);
    }

    /** Bytes. */
    long size() {
        return size;
    }

    /** The content. */
    InputStream open() throws IOException {
        return open(file, links);
    }

    /** As an answer of its own. */
    ImgCifDownload.Given given(OpenDownloads downloads) {
        return new ImgCifDownload.Given(ImgCifDownload.nameOf(file), size, sha256, this::open, downloads::stream);
    }
}
