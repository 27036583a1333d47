package io.github.icatimgcif.entrypoint.access;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Tells in the log, under the category {@code audit}, what operators did: who, what, to what. The line has the time. */
@Singleton
public final class Audit {

    private static final Logger LOG = Logger.getLogger("audit");
    private static final int LONGEST = 500;

    private final Caller caller;

    /** Of what this caller does. */
    public Audit(Caller caller) {
        this.caller = caller;
    }

    /**
     * Notes what was done.
     *
     * @param what in a word or two: {@code "scan"}
     * @param of   to what, and what came of it; may hold what the caller sent
     */
    public void did(String what, String of) {
        LOG.infof("%s: %s; %s", oneLine(caller.name()), what, oneLine(of));
    }

    /**
     * Notes what somebody was not allowed to do.
     *
     * @param who  his name
     * @param what method and path, without the query
     */
    public void refused(String who, String what) {
        LOG.warnf("%s: refused; %s", oneLine(who), oneLine(what));
    }

    /** Nobody is to write lines of his own into the log. */
    static String oneLine(String text) {
        String cleaned = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\p{Cf}]", "?");
        return cleaned.length() <= LONGEST ? cleaned : cleaned.substring(0, LONGEST) + "...";
    }
}
