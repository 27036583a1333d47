package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.collect.CatalogueFiles.Listed;
import io.github.icatimgcif.conversion.download.GivenFiles.GivenFile;
import io.github.icatimgcif.entrypoint.api.bundle.BundleEntry;
import io.github.icatimgcif.entrypoint.api.bundle.BundleEntry.Packing;
import io.github.icatimgcif.entrypoint.api.bundle.Manifest;
import io.github.icatimgcif.entrypoint.api.bundle.Readme;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The files of a bundle in their order; what tells of all of them comes last. */
final class BundleContent {

    private final String top;
    private final Instant modified;
    private final Readme readme;
    private final RewrittenDownload imgCif;
    private final byte[] json;
    private final byte[] lines;
    private final Optional<RawContent> raw;

    /**
     * A bundle.
     *
     * @param top      its only folder, and the name of its imgCIF
     * @param modified of what has no time of its own
     * @param json     the report
     * @param lines    the report as text
     */
    BundleContent(
            String top,
            Instant modified,
            Readme readme,
            RewrittenDownload imgCif,
            byte[] json,
            byte[] lines,
            Optional<RawContent> raw) {
        this.top = top;
        this.modified = modified;
        this.readme = readme;
        this.imgCif = imgCif;
        this.json = json.clone();
        this.lines = lines.clone();
        this.raw = raw;
    }

    /** Each is made when its turn comes. */
    Iterator<BundleEntry> entries() {
        Manifest manifest = new Manifest();
        Stream<Supplier<BundleEntry>> first = Stream.of(
                () -> text("README.txt", readme.text().getBytes(StandardCharsets.UTF_8), manifest),
                () -> imgCif(manifest),
                () -> text("check-report.txt", lines, manifest),
                () -> text("check-report.json", json, manifest));
        Stream<Supplier<BundleEntry>> middle = raw.stream()
                .flatMap(content -> content.files().stream().map(file -> () -> rawFile(content, file, manifest)));
        Stream<Supplier<BundleEntry>> last = Stream.of(
                () -> text("MANIFEST.tsv", manifest.table().getBytes(StandardCharsets.UTF_8), manifest),
                () -> text("checksums.sha256", manifest.checksums().getBytes(StandardCharsets.UTF_8), manifest));
        Iterator<Supplier<BundleEntry>> all =
                List.of(first, middle, last).stream().flatMap(part -> part).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public BundleEntry next() {
                return all.next().get();
            }
        };
    }

    private BundleEntry text(String name, byte[] content, Manifest manifest) {
        return new BundleEntry(
                top + "/" + name,
                content.length,
                modified,
                Packing.COMPRESSED,
                () -> new ByteArrayInputStream(content),
                (sha256, crc32) -> manifest.sent(name, content.length, sha256, crc32, Optional.empty()));
    }

    private BundleEntry imgCif(Manifest manifest) {
        String name = top + ".cif";
        return new BundleEntry(
                top + "/" + name,
                imgCif.size(),
                modified,
                Packing.COMPRESSED,
                imgCif::open,
                (sha256, crc32) -> manifest.sent(name, imgCif.size(), sha256, crc32, Optional.empty()));
    }

    private BundleEntry rawFile(RawContent content, GivenFile file, Manifest manifest) {
        String name = "raw/" + file.below();
        long size = file.state().size();
        Optional<Listed> listed = content.known().of(file.below());
        return new BundleEntry(
                top + "/" + name,
                size,
                file.state().modified(),
                Packing.AS_IT_IS,
                () -> content.source().open(file),
                (sha256, crc32) -> manifest.sent(name, size, sha256, crc32, listed));
    }
}
