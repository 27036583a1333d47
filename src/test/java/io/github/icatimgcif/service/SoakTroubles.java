package io.github.icatimgcif.service;

import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.StubRequest;
import io.github.icatimgcif.soak.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Brings the troubles of a soak about, and ends them. */
final class SoakTroubles {

    private static final Duration SLOW = Duration.ofMillis(500);

    private final PlayedFacility facility;
    private final MortalServers servers;
    private final SoakServices services;
    private final SoakSupply supply;
    private final SoakDisk disk;
    private final int perSecond;
    private final AtomicLong slowness = new AtomicLong();

    SoakTroubles(
            PlayedFacility facility,
            MortalServers servers,
            SoakServices services,
            SoakSupply supply,
            SoakDisk disk,
            int perSecond) {
        this.facility = facility;
        this.servers = servers;
        this.services = services;
        this.supply = supply;
        this.disk = disk;
        this.perSecond = perSecond;
        facility.icat().onRequest(request -> {
            if (slowness.get() > 0) {
                LockSupport.parkNanos(slowness.get());
            }
        });
    }

    /** Brings one about, lets it be for some time if it lasts, and returns when it is over. */
    void play(Trouble trouble, Duration time) throws IOException, InterruptedException {
        int some = Math.max(1, (int) (perSecond * time.toMillis() / 1000));
        switch (trouble) {
            case ONE_KILLED -> {
                services.kill(SoakServices.ONE);
                services.start(SoakServices.ONE);
            }
            case TWO_KILLED -> {
                services.kill(SoakServices.TWO);
                services.start(SoakServices.TWO);
            }
            case ONE_ENDED -> {
                services.end(SoakServices.ONE);
                services.start(SoakServices.ONE);
            }
            case BROKER_KILLED -> {
                servers.killBroker();
                pass(time);
                servers.startBroker();
            }
            case DATABASE_KILLED -> {
                servers.killDatabase();
                pass(time);
                servers.startDatabase();
            }
            case ICAT_REFUSING -> outage(request -> true, Fault.UNAVAILABLE, time);
            case ICAT_CUTTING -> outage(request -> true, Fault.CUT, time);
            case ICAT_LOSING_ANSWERS -> outage(StubRequest::isWrite, Fault.LOST_ANSWER, time);
            case ICAT_SLOW -> {
                slowness.set(SLOW.toNanos());
                pass(time);
                slowness.set(0);
            }
            case SESSIONS_FORGOTTEN -> facility.icat().forgetSessions();
            case SESSIONS_EXPIRED -> facility.icat().expireSessions();
            case DUPLICATE_EVENTS -> supply.announceTwice(some);
            case EVENTS_OUT_OF_ORDER -> supply.announceOutOfOrder(some);
            case EVENTS_AHEAD_OF_ICAT -> supply.announceAheadOfIcat(some);
            case GARBAGE -> supply.sendGarbage(some / 4 + 4);
            case BURST -> supply.burst(30 * perSecond);
            case DISK_FULL, DISK_READ_ONLY -> disk(trouble, time);
        }
    }

    private void disk(Trouble trouble, Duration time) throws IOException, InterruptedException {
        if (!disk.isMounted()) {
            return;
        }
        supply.disk().lock();
        try {
            if (trouble == Trouble.DISK_FULL) {
                disk.makeFull();
            } else {
                disk.makeReadOnly();
            }
            pass(time);
        } finally {
            disk.makeWell();
            supply.disk().unlock();
        }
    }

    private void outage(Predicate<StubRequest> which, Fault fault, Duration time) throws InterruptedException {
        facility.icat().beginOutage(which, fault);
        pass(time);
        facility.icat().recover();
    }

    /** Time in which something is away is what is played here, and is not waited for. */
    private static void pass(Duration time) throws InterruptedException {
        new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
