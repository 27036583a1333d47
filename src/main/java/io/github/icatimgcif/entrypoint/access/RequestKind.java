package io.github.icatimgcif.entrypoint.access;

import io.vertx.core.http.HttpMethod;
import java.util.Locale;

/** What a request costs: each kind has a rate of its own. */
public enum RequestKind {
    /** A dataset is announced, or something larger is ordered: each leads to conversions. */
    ANNOUNCEMENTS,
    /** A file is judged: an upload, a report, the page of a dataset, a folder that is tried. */
    CHECKS,
    /** An imgCIF as it is kept. */
    DOWNLOADS,
    /** A bundle or frames, made while they are sent. */
    EXPORTS,
    /** A name and a password. */
    SIGN_INS,
    /** All else. */
    OTHERS;

    /**
     * The kind of a request.
     *
     * @param path   normalised
     * @param isMade whether something else is asked for than the file as it is kept
     */
    static RequestKind of(HttpMethod method, String path, boolean isMade) {
        boolean isOrder = HttpMethod.POST.equals(method);
        if (isOrder && path.equals("/console/sign-in")) {
            return SIGN_INS;
        }
        if (isOrder && path.equals("/api/checks") || path.equals("/console/convert")) {
            return CHECKS;
        }
        if (isOrder) {
            return path.startsWith("/api/") || path.startsWith("/console/") ? ANNOUNCEMENTS : OTHERS;
        }
        boolean isDataset = path.startsWith("/api/datasets/") || path.startsWith("/datasets/");
        if (isDataset && path.endsWith("/imgcif")) {
            return isMade ? EXPORTS : DOWNLOADS;
        }
        return isDataset && (path.endsWith("/report") || path.startsWith("/datasets/")) ? CHECKS : OTHERS;
    }

    /** As it stands in settings, metrics and answers: {@code sign-ins}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
