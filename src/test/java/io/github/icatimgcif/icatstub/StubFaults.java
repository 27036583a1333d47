package io.github.icatimgcif.icatstub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** What is to go wrong. */
final class StubFaults {

    private static final String PAGE = "<!DOCTYPE html><html><head><title>Error report</title></head>"
            + "<body><h1>HTTP Status 404 - Not Found</h1></body></html>";
    private static final String BUSY = "<html><head><title>503 Service Unavailable</title></head>"
            + "<body><h1>Service Unavailable</h1></body></html>";

    private final List<Planned> planned = new ArrayList<>();
    private Optional<Planned> outage = Optional.empty();
    private CountDownLatch over = new CountDownLatch(0);

    private record Planned(Predicate<StubRequest> which, Fault fault) {}

    synchronized void plan(Predicate<StubRequest> which, Fault fault) {
        planned.add(new Planned(which, fault));
    }

    /** Until {@link #recover}, all such requests go wrong in that way. */
    synchronized void begin(Predicate<StubRequest> which, Fault fault) {
        outage = Optional.of(new Planned(which, fault));
        over = new CountDownLatch(1);
    }

    synchronized void recover() {
        outage = Optional.empty();
        over.countDown();
    }

    /** Returns when the outage is over. */
    void awaitRecovery() {
        CountDownLatch end;
        synchronized (this) {
            end = over;
        }
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The fault of the outage, or the first that is planned for such a request, which is used up. */
    synchronized Optional<Fault> take(StubRequest request) {
        Optional<Fault> lasting =
                outage.filter(one -> one.which().test(request)).map(Planned::fault);
        if (lasting.isPresent()) {
            return lasting;
        }
        Optional<Planned> found =
                planned.stream().filter(one -> one.which().test(request)).findFirst();
        found.ifPresent(planned::remove);
        return found.map(Planned::fault);
    }

    /** What a request is answered that goes wrong in that way. */
    static StubAnswer answer(Fault fault, StubRequest request) {
        String session = request.fields().getOrDefault("sessionId", "");
        return switch (fault) {
            case FALSE_DUPLICATE ->
                StubAnswer.error(StubRefusal.exists(
                        "ParameterType exists with facility = 'Facility:1', name = 'imgCIF_sha256', units = 'NA'"));
            case DATABASE_AWAY ->
                StubAnswer.error(StubRefusal.internal(
                        "class org.eclipse.persistence.exceptions.DatabaseException \nInternal Exception:"
                                + " java.sql.SQLException: Error in allocating a connection."));
            case STARTING -> new StubAnswer(404, "text/html;charset=ISO-8859-1", PAGE);
            case UNAVAILABLE -> new StubAnswer(503, "text/html;charset=ISO-8859-1", BUSY);
            case NO_PRIVILEGE ->
                StubAnswer.error(new StubRefusal(
                        403, "INSUFFICIENT_PRIVILEGES", "CREATE access to this DatasetParameter is not allowed."));
            default -> StubAnswer.error(new StubRefusal(403, "SESSION", "Session id:" + session + " has expired"));
        };
    }
}
