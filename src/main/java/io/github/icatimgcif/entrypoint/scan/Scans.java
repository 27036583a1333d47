package io.github.icatimgcif.entrypoint.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.collect.DatasetFolders.Walk;
import io.github.icatimgcif.conversion.collect.DatasetFolders.Wanted;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Scans of the disk, one at a time in a thread of this service, which may take hours. How far they are is kept where all services
 * find it.
 */
public final class Scans {

    private static final Logger LOG = Logger.getLogger(Scans.class);
    private static final String MARK = "scan:";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,36}");

    private final DiskScan scan;
    private final Marks marks;
    private final ObjectMapper json;
    private final Clock clock;
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(0, 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread made = new Thread(work, "disk-scan");
                made.setDaemon(true);
                return made;
            });

    /** Scans whose reports are kept under these marks. */
    public Scans(DiskScan scan, Marks marks, ObjectMapper json, Clock clock) {
        this.scan = scan;
        this.marks = marks;
        this.json = json;
        this.clock = clock;
    }

    /** Begins a scan; empty if this service is at one already. */
    Optional<ScanReport> begin(ScanWish wish) {
        return begun(progress ->
                wish.isDryRun() ? scan.count(wish.wanted(), progress) : scan.announce(wish.wanted(), progress));
    }

    /** Begins a scan of everything, unless this service is at one already. */
    public void all() {
        begun(progress -> scan.announce(new Wanted(Optional.empty(), Optional.empty()), progress));
    }

    /** Ends the scan of this service, if there is one. */
    public void stop() {
        thread.shutdownNow();
    }

    /** How far a scan is; empty if there is none of that id. */
    Optional<ScanReport> report(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty(); // not all that an address may say can be asked of a database
        }
        return marks.read(MARK + id).map(text -> {
            try {
                return json.readValue(text, ScanReport.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the report of scan " + id + " cannot be read", e);
            }
        });
    }

    private interface Work {
        Walk done(DiskScan.Progress progress);
    }

    private Optional<ScanReport> begun(Work work) {
        ScanReport begin = new ScanReport(
                UUID.randomUUID().toString(),
                ScanReport.RUNNING,
                0,
                0,
                0,
                0,
                0,
                "",
                clock.instant().toString());
        try {
            keep(begin);
            thread.execute(() -> run(begin, work));
            return Optional.of(begin);
        } catch (RejectedExecutionException busy) {
            keep(begin.failed("another scan was running", clock.instant().toString()));
            return Optional.empty();
        }
    }

    private void run(ScanReport begin, Work work) {
        ScanReport[] soFar = {begin};
        try {
            Walk walk = work.done((found, added) -> {
                soFar[0] = soFar[0].with(found, added, clock.instant().toString());
                keep(soFar[0]);
            });
            keep(soFar[0].done(walk, clock.instant().toString()));
            LOG.infof("a scan of the disk is done; %s", soFar[0]);
        } catch (RuntimeException | Error e) { // a door: whoever asked is to hear of it
            LOG.error("a scan of the disk ended by an error", e);
            keep(soFar[0].failed(
                    e.getMessage() == null ? e.toString() : e.getMessage(),
                    clock.instant().toString()));
        }
    }

    private void keep(ScanReport report) {
        try {
            marks.keep(MARK + report.id(), json.writeValueAsString(report));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of " + report, e);
        }
    }
}
