package io.github.icatimgcif.entrypoint.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ServerSerialisers;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext;

/** Sends {@link StreamedBody}s. */
@Provider
public final class StreamedBodyWriter implements ServerMessageBodyWriter<StreamedBody> {

    private final StreamSettings settings;

    /** The writer. */
    public StreamedBodyWriter(StreamSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == StreamedBody.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == StreamedBody.class;
    }

    @Override
    public void writeResponse(StreamedBody body, Type genericType, ServerRequestContext context) {
        VertxResteasyReactiveRequestContext own = (VertxResteasyReactiveRequestContext) context.serverResponse();
        ServerSerialisers.encodeResponseHeaders(
                own); // now, as the request is over for the framework when the first piece goes
        own.setPreCommitListener(ready -> {});
        new BodyPump(body, own, settings.stalled()).start();
    }

    @Override
    public void writeTo(
            StreamedBody body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (InputStream content = body.content().open()) {
            content.transferTo(out);
        } finally {
            body.released().run();
        }
    }
}
