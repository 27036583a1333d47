package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.trail.TraceParent;
import io.github.icatimgcif.conversion.trail.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;

/** Traces by OpenTelemetry. */
final class OpenTelemetryTraces implements Traces {

    // 00-<trace>-<span>-<flags>
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    private final Tracer tracer;

    OpenTelemetryTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Step begin(String name, Optional<TraceParent> parent) {
        Context above = parent.map(OpenTelemetryTraces::context).orElseGet(Context::root);
        return new Begun(tracer.spanBuilder(name).setParent(above).startSpan());
    }

    @Override
    public Step within(String name) {
        return Span.current().getSpanContext().isValid()
                ? new Begun(tracer.spanBuilder(name).startSpan())
                : Step.UNSEEN;
    }

    @Override
    public Optional<TraceParent> here() {
        SpanContext here = Span.current().getSpanContext();
        return here.isValid()
                ? TraceParent.sent("00-" + here.getTraceId() + "-" + here.getSpanId() + "-"
                        + here.getTraceFlags().asHex())
                : Optional.empty();
    }

    private static Context context(TraceParent parent) {
        String text = parent.text();
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        text.substring(TRACE, SPAN - 1),
                        text.substring(SPAN, FLAGS - 1),
                        TraceFlags.fromHex(text, FLAGS),
                        TraceState.getDefault())));
    }

    private static final class Begun implements Step {

        private final Span span;
        private final Scope scope;

        /** The scope ends when this is closed. */
        @SuppressWarnings("MustBeClosedChecker")
        Begun(Span span) {
            this.span = span;
            this.scope = span.makeCurrent();
        }

        @Override
        public void note(String what, String value) {
            span.setAttribute(what, value);
        }

        @Override
        public void failed() {
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}
