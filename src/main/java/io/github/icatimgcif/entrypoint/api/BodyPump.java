package io.github.icatimgcif.entrypoint.api;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext;

/**
 * Sends one body piece by piece: a worker makes the next piece when there is room for it on the way to the asker, so that nobody who
 * reads slowly holds a thread, and no more than some pieces are held. Everything but the making is done in the request's own thread.
 */
final class BodyPump {

    private static final Logger LOG = Logger.getLogger(BodyPump.class);
    private static final int PIECE = 1 << 17;
    private static final long HTTP2_INTERNAL_ERROR = 2;
    private static final long NO_TIMER = -1;

    private final StreamedBody body;
    private final VertxResteasyReactiveRequestContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Executor own;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();
    private final Duration stalled;
    private Optional<InputStream> content = Optional.empty();
    private boolean isMaking;
    private boolean isOver;
    private long timer = NO_TIMER;

    /**
     * A pump.
     *
     * @param stalled how long the asker may take nothing
     */
    BodyPump(StreamedBody body, VertxResteasyReactiveRequestContext context, Duration stalled) {
        this.body = body;
        this.context = context;
        this.request = context.vertxServerRequest();
        this.response = context.vertxServerResponse();
        this.own = context.getContextExecutor();
        this.stalled = stalled;
    }

    /** Begins; returns at once. */
    void start() {
        context.getContext().addEndHandler(ended -> own.execute(this::end));
        body.length()
                .ifPresentOrElse(
                        length -> response.putHeader("Content-Length", Long.toString(length)),
                        () -> response.setChunked(true));
        own.execute(this::next);
    }

    private void next() {
        if (!isOver) {
            isMaking = true;
            workers.execute(this::make);
        }
    }

    /** In a worker. */
    private void make() {
        try {
            if (content.isEmpty()) {
                content = Optional.of(body.content().open());
            }
            byte[] piece = content.get().readNBytes(PIECE);
            own.execute(() -> made(piece));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            own.execute(() -> failed(e));
        }
    }

    private void made(byte[] piece) {
        isMaking = false;
        if (isOver) {
            release();
        } else if (piece.length == 0) {
            response.end();
            end();
        } else {
            response.write(Buffer.buffer(piece));
            if (response.writeQueueFull()) {
                timer = context.getContext()
                        .vertx()
                        .setTimer(stalled.toMillis(), id -> own.execute(() -> breakOff("nothing was taken")));
                response.drainHandler(drained -> own.execute(this::drained));
            } else {
                next();
            }
        }
    }

    private void drained() {
        if (timer != NO_TIMER) {
            context.getContext().vertx().cancelTimer(timer);
            timer = NO_TIMER;
            next();
        }
    }

    private void failed(Throwable why) {
        isMaking = false;
        if (isOver) {
            release();
        } else {
            breakOff(String.valueOf(why));
        }
    }

    /** Without the end of the body, so that what came is not taken for all. */
    private void breakOff(String why) {
        if (isOver) {
            return;
        }
        LOG.warnf("a download was broken off; path=%s cause=%s", request.path(), why);
        end();
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset(HTTP2_INTERNAL_ERROR);
        } else {
            request.connection().close();
        }
    }

    /** All was sent, or the asker is gone. */
    private void end() {
        if (isOver) {
            return;
        }
        isOver = true;
        if (timer != NO_TIMER) {
            context.getContext().vertx().cancelTimer(timer);
            timer = NO_TIMER;
        }
        if (!isMaking) {
            release();
        }
    }

    private void release() {
        workers.execute(() -> {
            try {
                if (content.isPresent()) {
                    content.get().close();
                }
            } catch (IOException e) {
                LOG.debugf("what a download was made of cannot be closed: %s", e.getMessage());
            } finally {
                body.released().run();
            }
        });
    }
}
