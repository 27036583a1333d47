package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.cif.RewrittenItem;
import io.github.icatimgcif.conversion.map.LinkNotMoved;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.Sha256;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
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
        return new RewrittenItem(
                Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), CifLimits.USUAL, LINK, links);
    }

    /** Bytes. */
    long size() {
        return size;
    }

    /** Of the content with the links written. */
    String sha256() {
        return sha256;
    }

    /** The content. */
    InputStream open() throws IOException {
        return open(file, links);
    }

    /** The file, or that the asker has it already; parts are not given. */
    Response response(DownloadWish wish, OpenDownloads downloads) {
        String name = String.valueOf(file.path().getFileName());
        String tag = "\"" + sha256 + "\"";
        String compressedTag = "\"" + sha256 + "-gzip\"";
        boolean compressed = wish.takesGzip() && size <= ImgCifDownload.LARGEST_COMPRESSED;
        String given = compressed ? compressedTag : tag;
        if (wish.has(tag, compressedTag)) {
            return ImgCifDownload.described(Response.notModified(), given, name, wish)
                    .build();
        }
        if (wish.isHead()) {
            return ImgCifDownload.described(Response.ok(), given, name, wish).build();
        }
        if (compressed) {
            return ImgCifDownload.described(Response.ok(ImgCifDownload.gzip(this::open, size)), given, name, wish)
                    .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .build();
        }
        StreamedBody body = new StreamedBody(this::open, OptionalLong.of(size), downloads.stream());
        return ImgCifDownload.described(Response.ok(body), tag, name, wish).build();
    }
}
