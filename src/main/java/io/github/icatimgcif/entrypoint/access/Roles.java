package io.github.icatimgcif.entrypoint.access;

import java.util.List;
import java.util.Set;

/** What somebody may be, as it stands at the endpoints. Each includes those before it. */
public final class Roles {

    /** Has a session of the catalogue. */
    public static final String USER = "user";

    /** May announce datasets. */
    public static final String ANNOUNCER = "announcer";

    /** May reprocess, scan, and look at everything. */
    public static final String OPERATOR = "operator";

    /** May throw away, too, what cannot be got back. */
    public static final String ADMINISTRATOR = "administrator";

    private static final List<String> RISING = List.of(USER, ANNOUNCER, OPERATOR, ADMINISTRATOR);

    private Roles() {}

    /** A role with those that it includes. */
    static Set<String> upTo(String role) {
        return Set.copyOf(RISING.subList(0, RISING.indexOf(role) + 1));
    }
}
