package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Gives an imgCIF in the form in which it is wanted. */
@Singleton
public final class DownloadForms {

    private final ImgCifLinks links;
    private final OpenDownloads downloads;
    private final BundleDownload bundles;
    private final FrameDownload frames;
    private final StreamSettings settings;

    DownloadForms(
            ImgCifLinks links,
            OpenDownloads downloads,
            BundleDownload bundles,
            FrameDownload frames,
            StreamSettings settings) {
        this.links = links;
        this.downloads = downloads;
        this.bundles = bundles;
        this.frames = frames;
        this.settings = settings;
    }

    /**
     * Looks at a wish before anything is made for it.
     *
     * @throws WebApplicationException with the answer, if it cannot be meant
     */
    void requireKnown(DownloadWish wish) {
        wish.links();
        wish.archive();
        wish.firstPixel();
        if (wish.form() == DownloadWish.Form.FRAMES) {
            wish.frames(settings.mostFrames());
        }
    }

    /**
     * The answer.
     *
     * @param file the imgCIF, which is there as it was written
     */
    Response of(JournalEntry entry, WrittenImgCif file, DownloadWish wish) {
        return switch (wish.form()) {
            case BUNDLE -> bundles.of(entry, file, wish);
            case FRAMES -> frames.of(entry, file, wish);
            case CIF ->
                ImgCifDownload.of(
                        wish.links() == LinkChoice.KEPT
                                ? ImgCifDownload.Given.of(file)
                                : RewrittenDownload.of(file, links.of(entry, file, wish.links()))
                                        .given(downloads),
                        wish);
        };
    }
}
