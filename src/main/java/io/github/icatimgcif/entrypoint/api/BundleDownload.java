package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.CatalogueFiles;
import io.github.icatimgcif.conversion.collect.FilesInCatalogue;
import io.github.icatimgcif.conversion.collect.RawFolder;
import io.github.icatimgcif.conversion.download.GivenFiles;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.entrypoint.api.bundle.ArchiveStream;
import io.github.icatimgcif.entrypoint.api.bundle.Readme;
import io.github.icatimgcif.entrypoint.report.ReportJson;
import io.github.icatimgcif.entrypoint.report.ReportLines;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.image.Evidence;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** An imgCIF with the report on it and, if they are wanted, the raw files, as one archive that is made while it is sent. */
@Singleton
public final class BundleDownload {

    private static final Logger LOG = Logger.getLogger(BundleDownload.class);

    private final ImgCifLinks links;
    private final Checks checks;
    private final DatasetEvidence evidence;
    private final CatalogueFiles catalogueFiles;
    private final OpenDownloads downloads;

    BundleDownload(
            ImgCifLinks links,
            Checks checks,
            DatasetEvidence evidence,
            CatalogueFiles catalogueFiles,
            OpenDownloads downloads) {
        this.links = links;
        this.checks = checks;
        this.evidence = evidence;
        this.catalogueFiles = catalogueFiles;
        this.downloads = downloads;
    }

    /** The answer. All that can be known to be wrong is told before the first byte is sent. */
    Response of(JournalEntry entry, WrittenImgCif file, DownloadWish wish) {
        String stem = stem(file);
        Response.ResponseBuilder answer = ImgCifDownload.guarded(
                        Response.ok(), "attachment", stem + wish.archive().suffix())
                .type(wish.archive().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (wish.isHead()) {
            return answer.build();
        }
        BundleContent content = content(entry, file, stem, wish);
        StreamedBody body = new StreamedBody(
                () -> new ArchiveStream(wish.archive(), content.entries()), OptionalLong.empty(), downloads.stream());
        return answer.entity(body).build();
    }

    /** The name of the imgCIF without its ending. */
    static String stem(WrittenImgCif file) {
        return SafeName.cleaned(String.valueOf(file.path().getFileName()).replaceFirst("(?i)\\.(cif|imgcif|cbf)$", ""));
    }

    private BundleContent content(JournalEntry entry, WrittenImgCif file, String stem, DownloadWish wish) {
        LinkedFiles linked = new LinkedFiles(links.of(entry, file, LinkChoice.LOCAL));
        RewrittenDownload imgCif = RewrittenDownload.of(file, linked);
        Optional<CatalogueEntry> listed = links.listed(entry);
        Optional<RawContent> raw = wish.withRaw() ? Optional.of(raw(entry, file, listed, linked)) : Optional.empty();
        FileReport report = report(stem + ".cif", imgCif);
        Readme readme = new Readme(
                entry.dataset().name(),
                entry.dataset().proposal(),
                entry.dataset().location(),
                listed.flatMap(CatalogueEntry::doi).filter(doi -> !doi.isBlank()),
                stem + ".cif",
                report.isPassed(),
                checks.judge(),
                raw.map(its -> its.files().size()),
                raw.map(RawContent::bytes).orElse(0L),
                raw.map(RawContent::leftOut).orElse(List.of()));
        return new BundleContent(stem, file.modified(), readme, imgCif, json(report), lines(report), raw);
    }

    private FileReport report(String name, RewrittenDownload imgCif) {
        try {
            return checks.done(() -> {
                try (InputStream in = imgCif.open()) {
                    return checks.check(name, in, CheckWish.USUAL, Evidence.NONE)
                            .report();
                }
            });
        } catch (IOException e) {
            throw refused("the imgCIF cannot be read now: " + e.getMessage());
        }
    }

    private byte[] json(FileReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ReportJson.write(List.of(report), checks.judge(), CheckWish.USUAL.tests(), out);
        } catch (IOException e) {
            throw new IllegalStateException("a report cannot be written into memory", e);
        }
        return out.toByteArray();
    }

    private byte[] lines(FileReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportLines.write(List.of(report), checks.judge(), CheckWish.USUAL.tests(), out);
        return out.toByteArray();
    }

    private RawContent raw(
            JournalEntry entry, WrittenImgCif file, Optional<CatalogueEntry> listed, LinkedFiles linked) {
        RawFolder folder = ImgCifLinks.folder(entry);
        FilesInCatalogue known = new FilesInCatalogue(
                folder,
                listed.map(CatalogueEntry::id).map(catalogueFiles::filesOf).orElse(List.of()));
        try {
            GivenFiles files = new GivenFiles(evidence.roots(), folder.path());
            return RawContent.of(files, entry.dataset(), folder, file, known).requireAll(linked.seen());
        } catch (OutsideDataRoots e) {
            throw refused("the raw files lie outside the folders that this service may read");
        } catch (IOException e) {
            LOG.infof("raw files cannot be given away; location=%s cause=%s", folder.path(), e.getMessage());
            throw refused("the raw files cannot be read now, as when they are on tape: " + e.getMessage()
                    + "; the bundle without raw=true needs none");
        }
    }

    private static WebApplicationException refused(String why) {
        return new WebApplicationException(Problem.response(Response.Status.CONFLICT, why));
    }
}
