package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.access.ListedDataset;
import io.github.icatimgcif.conversion.write.NotAsWritten;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.api.AskedDataset.Asked;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;

/** Downloads: what is there is given, what is not is asked for, once however many want it. */
@Singleton
public final class ImgCifDownloads {

    private static final String DOOR = "download";
    private static final int STRIPES = 64;
    private static final int SECONDS_OF_A_CONVERSION = 2;
    private static final int SECONDS_UNTIL_IT_CHANGES = 30;
    private static final int SECONDS_OF_A_TAPE = 300;

    private final Journal journal;
    private final Intake intake;
    private final WaitingDownloads waiting;
    private final DownloadForms forms;
    private final DownloadSettings settings;
    private final ReentrantLock[] asking = new ReentrantLock[STRIPES];

    ImgCifDownloads(
            Journal journal, Intake intake, WaitingDownloads waiting, DownloadForms forms, DownloadSettings settings) {
        this.journal = journal;
        this.intake = intake;
        this.waiting = waiting;
        this.forms = forms;
        this.settings = settings;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            asking[stripe] = new ReentrantLock();
        }
    }

    /**
     * What is being made, and may be had later.
     *
     * @param state   where the dataset stands
     * @param reason  why it is not there yet
     * @param waitsFor what it waits for, if for anything but a worker
     * @param imgCif  where it may be had then
     * @param report  where what becomes of it is told
     * @param retryAfter seconds after which to come again
     */
    public record ToCome(
            DatasetState state,
            String reason,
            Optional<WaitsFor> waitsFor,
            String imgCif,
            String report,
            int retryAfter) {}

    /** The answer, now or when it is there. */
    CompletionStage<Response> answer(Asked asked, DownloadWish wish) {
        forms.requireKnown(wish);
        Optional<ListedDataset> processed = asked.listed().filter(ListedDataset::processed);
        if (processed.isPresent()) {
            return CompletableFuture.completedFuture(Problem.response(
                    Response.Status.NOT_FOUND,
                    "the dataset was made from others: an imgCIF is made of the raw dataset that it comes from"));
        }
        StoredDataset dataset = asked.entry()
                .map(JournalEntry::dataset)
                .or(() -> asked.listed().map(ListedDataset::announcement))
                .orElseThrow();
        JournalEntry entry = wanted(dataset);
        if (!ImgCifDownload.isToWaitFor(entry)) {
            return CompletableFuture.completedFuture(answer(entry, wish));
        }
        return waiting.ended(dataset.identity(), wish.wait(settings.longestWait()))
                .thenApplyAsync(
                        over -> answer(journal.find(dataset.identity()).orElse(entry), wish),
                        Infrastructure.getDefaultWorkerPool());
    }

    /** The entry of a dataset that is, or was, asked for; one that is asked for by many at once is handed in once. */
    private JournalEntry wanted(StoredDataset dataset) {
        String identity = dataset.identity();
        ReentrantLock lock = asking[Math.floorMod(identity.hashCode(), STRIPES)];
        lock.lock();
        try {
            Optional<JournalEntry> present = journal.find(identity);
            // One that failed is not tried again for being asked for.
            boolean isGone = present.filter(entry -> !entry.isWaiting() && hasAnImgCif(entry))
                    .flatMap(JournalEntry::imgCif)
                    .filter(WrittenImgCif::isGone)
                    .isPresent();
            if (present.isPresent() && !isGone) {
                return present.get();
            }
            intake.accept(dataset, DOOR);
            return journal.find(identity)
                    .orElseThrow(
                            () -> new IllegalStateException("no entry of " + identity + ", though it was handed in"));
        } finally {
            lock.unlock();
        }
    }

    private static boolean hasAnImgCif(JournalEntry entry) {
        return entry.state() == DatasetState.REGISTERED || entry.state() == DatasetState.UNCHANGED;
    }

    private Response answer(JournalEntry entry, DownloadWish wish) {
        if (ImgCifDownload.isToWaitFor(entry)) {
            return toCome(entry);
        }
        Optional<WrittenImgCif> file = entry.imgCif();
        if (file.isPresent() && (hasAnImgCif(entry) || !file.get().isGone())) {
            return given(entry, file.get(), wish);
        }
        boolean isNone = entry.state() == DatasetState.SKIPPED;
        return Problem.response(
                isNone ? Response.Status.NOT_FOUND : Response.Status.CONFLICT, ImgCifDownload.whyMissing(entry));
    }

    private Response given(JournalEntry entry, WrittenImgCif file, DownloadWish wish) {
        try {
            file.requireAsWritten();
            return forms.of(entry, file, wish);
        } catch (NotAsWritten e) {
            return Problem.response(Response.Status.NOT_FOUND, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Problem.response(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "the imgCIF at " + file.path() + " cannot be read now: " + e.getMessage());
        }
    }

    /** Nothing of the request comes back in an address: it may have had a session. */
    private static Response toCome(JournalEntry entry) {
        int seconds = seconds(entry);
        URI imgCif = address(entry, "/imgcif");
        return Response.accepted(new ToCome(
                        entry.state(),
                        ImgCifDownload.whyMissing(entry),
                        entry.waitsFor(),
                        imgCif.toString(),
                        address(entry, "").toString(),
                        seconds))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(
                        HttpHeaders.LOCATION,
                        imgCif) // location() asks for the request, which is over where somebody waited
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static URI address(JournalEntry entry, String what) {
        return UriBuilder.fromPath("/api/datasets/by-location" + what)
                .queryParam("location", "{location}")
                .build(entry.dataset().location());
    }

    private static int seconds(JournalEntry entry) {
        if (entry.waitsFor().filter(WaitsFor.TAPE::equals).isPresent()) {
            return SECONDS_OF_A_TAPE;
        }
        return switch (entry.state()) {
            case WAITING, POSTPONED -> SECONDS_UNTIL_IT_CHANGES;
            default -> SECONDS_OF_A_CONVERSION;
        };
    }
}
