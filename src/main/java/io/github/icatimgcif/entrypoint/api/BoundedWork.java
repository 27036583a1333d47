package io.github.icatimgcif.entrypoint.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Work of a few requests at a time, each within a time; the others are told to come again. */
final class BoundedWork {

    private static final Logger LOG = Logger.getLogger(BoundedWork.class);

    private static final String SECONDS_TO_WAIT = "10";
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;
    private final Duration longest;

    BoundedWork(int atOnce, Duration longest) {
        this.threads =
                new ThreadPoolExecutor(0, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "check");
                    thread.setDaemon(true);
                    return thread;
                });
        this.longest = longest;
    }

    /**
     * Does it now.
     *
     * @throws IOException             what the work throws
     * @throws WebApplicationException with the answer, if there is no room for it or it does not end in time
     */
    <T> T done(Callable<T> work) throws IOException {
        Future<T> future;
        try {
            future = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw comeAgain("as many checks are running as this service does at once: try again in a moment", e);
        }
        try {
            return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw comeAgain("the check did not end within " + longest.toSeconds() + " s, the upload included", e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw comeAgain("the service is about to end: try again later", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw thrown(cause == null ? e : cause);
        }
    }

    private static RuntimeException thrown(Throwable cause) throws IOException {
        if (cause instanceof IOException failure) {
            throw failure;
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
            LOG.warnf("a check needed more memory than there is; cause=%s", cause);
            throw new WebApplicationException(Problem.response(
                    Response.Status.REQUEST_ENTITY_TOO_LARGE,
                    "to check the file takes more memory than this service has for it"));
        }
        throw new IllegalStateException("a check ended by an error", cause);
    }

    private static WebApplicationException comeAgain(String why, Exception cause) {
        return new WebApplicationException(
                cause,
                Response.fromResponse(Problem.response(Response.Status.SERVICE_UNAVAILABLE, why))
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                        .build());
    }
}
