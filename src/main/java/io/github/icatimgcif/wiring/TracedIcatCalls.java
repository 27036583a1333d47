package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.icat.IcatCalls;
import io.github.icatimgcif.adapter.icat.IcatOperation;
import io.github.icatimgcif.conversion.trail.Traces;

/**
 * Makes each call to ICAT a part of the trace of the conversion that it is for; of the call it tells what was done and not what was
 * asked, as that has sessions in it.
 *
 * @param others hears of it too
 */
record TracedIcatCalls(Traces traces, IcatCalls others) implements IcatCalls {

    @Override
    public Call begin(IcatOperation operation) {
        Traces.Step step = traces.within("icat " + operation.word());
        Call call = others.begin(operation);
        return end -> {
            try (step) {
                step.note("imgcif.icat.outcome", end.word());
                if (end == End.UNAVAILABLE) {
                    step.failed();
                }
                call.ended(end);
            }
        };
    }
}
