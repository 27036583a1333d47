package io.github.icatimgcif.adapter.outbox;

import java.util.Locale;

/** A way out. */
public enum Channel {
    /** Events of ours, for whoever wants to hear them. */
    EVENT,
    /** Messages to the ingester of the facility. */
    INGEST;

    /** Its name in metrics and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
