package io.github.icatimgcif.entrypoint.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.OneLine;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.collect.DatasetFolders.Walk;
import io.github.icatimgcif.conversion.collect.DatasetFolders.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Scans of the disk, one at a time in a thread of this service, which may take hours. How far they are is kept where all services
 * find it.
 */
public final class Scans {

    private static final Logger LOG = Logger.getLogger(Scans.class);
    private static final String MARK = "scan:";

    /** So often a scan says that it runs; one that has not said so for the silence is taken for dead. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,36}");

    private final DiskScan scan;
    private final Marks marks;
    private final ObjectMapper json;
    private final Clock clock;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0, 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> daemon(work, "disk-scan"));
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "disk-scan-heart"));

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
        heart.shutdownNow();
    }

    /** Forgets what was said of scans that ended so long ago. */
    public void forget(Duration ended) {
        marks.forget(MARK, clock.instant().minus(ended));
    }

    /** How far a scan is; empty if there is none of that id. */
    Optional<ScanReport> report(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty(); // not all that an address may say can be asked of a database
        }
        return marks.read(MARK + id).map(text -> {
            try {
                return json.readValue(text, ScanReport.class).heardAt(clock.instant(), SILENCE);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the report of scan " + id + " cannot be read", e);
            }
        });
    }

    private interface Work {
        Walk done(DiskScan.Progress progress);
    }

    private Optional<ScanReport> begun(Work work) {
        ScanReport begin = new ScanReport(UUID.randomUUID().toString(), ScanReport.RUNNING, 0, 0, 0, 0, 0, "", now());
        try {
            keep(begin);
            thread.execute(() -> run(begin, work));
            return Optional.of(begin);
        } catch (RejectedExecutionException busy) {
            keep(begin.failed("another scan was running", now()));
            return Optional.empty();
        }
    }

    private void run(ScanReport begin, Work work) {
        RunningScan running = new RunningScan(begin);
        ScheduledFuture<?> alive =
                heart.scheduleWithFixedDelay(running::isAlive, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Walk walk = work.done(running::heard);
            ScanReport done = running.ended(report -> report.done(walk, now()));
            LOG.infof("a scan of the disk is done; %s", done);
            keepAtLast(done);
        } catch (Unavailable e) {
            String why = String.valueOf(e.getMessage());
            LOG.warnf("a scan of the disk did not come to its end; cause=%s", OneLine.of(why));
            keepAtLast(running.ended(report -> report.failed(why, now())));
        } catch (RuntimeException | Error e) { // a door: whoever asked is to hear of it
            LOG.error("a scan of the disk ended by an error", e);
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            keepAtLast(running.ended(report -> report.failed(why, now())));
        } finally {
            alive.cancel(false);
        }
    }

    /** The end of a scan is said once, so it waits for the database; unless the service is stopped. */
    private void keepAtLast(ScanReport end) {
        try {
            scan.perseverance().untilDone("say how it ended", () -> keep(end));
        } catch (Unavailable stopped) {
            LOG.warnf("the service ends before the end of a scan is recorded; %s", end);
        }
    }

    /** What is said of a scan while it runs, by the scan itself and by the heart of this service. */
    private final class RunningScan {

        private ScanReport soFar;

        RunningScan(ScanReport begin) {
            this.soFar = begin;
        }

        synchronized void heard(long found, long added) {
            soFar = soFar.with(found, added, now());
            keepIfPossible(soFar);
        }

        /** A scan may wait for hours, for room in the line or for a disk. */
        synchronized void isAlive() {
            if (soFar.state().equals(ScanReport.RUNNING)) {
                keepIfPossible(soFar.told(now()));
            }
        }

        /** What was not kept now is in the next report, which comes soon. */
        private void keepIfPossible(ScanReport report) {
            try {
                keep(report);
            } catch (Unavailable e) {
                LOG.warnf("cannot say now how far a scan is, and try again; cause=%s", e.getMessage());
            }
        }

        synchronized ScanReport ended(UnaryOperator<ScanReport> end) {
            soFar = end.apply(soFar);
            return soFar;
        }
    }

    private String now() {
        return clock.instant().toString();
    }

    private void keep(ScanReport report) {
        try {
            marks.keep(MARK + report.id(), json.writeValueAsString(report));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of " + report, e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread made = new Thread(work, name);
        made.setDaemon(true);
        return made;
    }
}
