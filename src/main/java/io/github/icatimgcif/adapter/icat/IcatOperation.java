package io.github.icatimgcif.adapter.icat;

import java.util.Locale;

/** What a server of ICAT is asked to do: few words, whatever is asked for. */
public enum IcatOperation {
    /** To let somebody in. */
    LOGIN,
    /** Whose a session is, and for how long. */
    SESSION,
    /** To let a session live on. */
    REFRESH,
    /** To end a session. */
    LOGOUT,
    /** To find entities. */
    SEARCH,
    /** To make or change entities. */
    WRITE,
    /** Where data are: on disk or on tape. */
    STATUS,
    /** To bring data back from tape. */
    RESTORE,
    /** What server it is. */
    DESCRIBE,
    /** Anything else. */
    OTHER;

    /** Its name in metrics and traces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IcatOperation of(IcatCall call) {
        return switch (call.title()) {
            case "POST session" -> LOGIN;
            case "GET session" -> SESSION;
            case "PUT session" -> REFRESH;
            case "DELETE session" -> LOGOUT;
            case "GET entityManager" -> SEARCH;
            case "POST entityManager" -> WRITE;
            case "GET getStatus" -> STATUS;
            case "POST prepareData" -> RESTORE;
            case "GET version", "GET properties" -> DESCRIBE;
            default -> OTHER;
        };
    }
}
