package io.github.icatimgcif.entrypoint.access;

import java.util.List;

/**
 * Who may do what. Names are those of ICAT, {@code simple/alice}, or {@code grouping:NAME} for the members of a grouping of ICAT.
 *
 * @param mode           by what it is told who somebody is
 * @param announcers     who may announce datasets
 * @param operators      who is an operator
 * @param administrators who is an administrator
 */
public record AccessSettings(
        AccessMode mode, List<String> announcers, List<String> operators, List<String> administrators) {

    /** What a name begins with that is that of a grouping. */
    static final String GROUPING = "grouping:";

    /**
     * Takes names of users and groupings.
     *
     * @throws IllegalArgumentException if one is neither
     */
    public AccessSettings {
        announcers = checked("announcers", announcers);
        operators = checked("operators", operators);
        administrators = checked("administrators", administrators);
    }

    private static List<String> checked(String what, List<String> names) {
        List<String> stripped = names.stream().map(String::strip).toList();
        stripped.stream()
                .filter(name -> !name.contains("/") && !name.startsWith(GROUPING) || name.equals(GROUPING))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("imgcif.access." + what + ": '" + name
                            + "' is no user of ICAT: write simple/alice, with the authenticator, or grouping:NAME");
                });
        return stripped;
    }
}
