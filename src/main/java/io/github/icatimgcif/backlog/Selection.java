package io.github.icatimgcif.backlog;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which datasets a backlog is about: those that meet all criteria that are given.
 *
 * @param proposal name of the proposal (ICAT: investigation), without regard to case
 * @param session  the visit of the proposal, without regard to case, or a folder on the way to the data ({@code 20250325})
 * @param beamline name of the beamline, without regard to case, spaces and hyphens
 * @param from     first day of collection, as recorded
 * @param to       last day of collection, as recorded
 * @param sample   name of the sample
 * @param ids      ids in the catalogue; none for all
 * @param path     pattern of their locations
 * @param states   how they stand; none for all
 */
public record Selection(
        Optional<String> proposal,
        Optional<String> session,
        Optional<String> beamline,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> sample,
        Set<Long> ids,
        Optional<PathGlob> path,
        Set<Standing> states) {

    /** So many ids one selection may name. */
    public static final int MOST_IDS = 10_000;

    /** Longest name, in characters: names have to fit into a query. */
    public static final int LONGEST_NAME = 100;

    /** @throws IllegalArgumentException if it selects nothing or everything; says what would be right */
    public Selection {
        ids = Set.copyOf(ids);
        states = Set.copyOf(states);
        if (List.of(proposal, session, beamline, from, to, sample, path).stream()
                        .allMatch(Optional::isEmpty)
                && ids.isEmpty()
                && states.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is selected: give a proposal, a session, a beamline, dates, a sample,"
                            + " dataset ids, a path or a state");
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("the last day, " + to.get() + ", is before the first, " + from.get());
        }
        if (ids.size() > MOST_IDS) {
            throw new IllegalArgumentException(
                    ids.size() + " dataset ids are more than the " + MOST_IDS + " that one backlog may name");
        }
        requireName("proposal", proposal);
        requireName("session", session);
        requireName("beamline", beamline);
        requireName("sample", sample);
    }

    /** Whether what is known of a dataset meets all criteria but that of how it stands. */
    public boolean selects(Candidate candidate) {
        return proposal.map(candidate.proposal()::equalsIgnoreCase).orElse(true)
                && session.map(candidate::isOfSession).orElse(true)
                && beamline.map(name -> candidate.beamlines().stream().anyMatch(one -> isSameBeamline(one, name)))
                        .orElse(true)
                && sample.map(candidate.sample()::equals).orElse(true)
                && path.map(glob -> glob.matches(candidate.location())).orElse(true)
                && (ids.isEmpty()
                        || candidate.catalogueId().filter(ids::contains).isPresent())
                && isWithinDates(candidate);
    }

    /** Whether datasets that stand so are wanted. */
    public boolean wants(Standing standing) {
        return states.isEmpty() || states.contains(standing);
    }

    /** It in a few words, for a person: {@code proposal mx2405, state missing}. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        proposal.ifPresent(name -> add(words, "proposal " + name));
        session.ifPresent(name -> add(words, "session " + name));
        beamline.ifPresent(name -> add(words, "beamline " + name));
        from.ifPresent(day -> add(words, "from " + day));
        to.ifPresent(day -> add(words, "to " + day));
        sample.ifPresent(name -> add(words, "sample " + name));
        path.ifPresent(glob -> add(words, "path " + glob.text()));
        if (ids.size() == 1) {
            ids.forEach(id -> add(words, "dataset " + id));
        } else if (!ids.isEmpty()) {
            add(words, ids.size() + " dataset ids");
        }
        new TreeSet<>(states)
                .forEach(state -> add(words, "state " + state.name().toLowerCase(Locale.ROOT)));
        return words.toString();
    }

    static boolean isSameBeamline(String one, String other) {
        return lettersAndDigits(one).equals(lettersAndDigits(other));
    }

    private boolean isWithinDates(Candidate candidate) {
        if (from.isEmpty() && to.isEmpty()) {
            return true;
        }
        return candidate
                .day()
                .filter(day -> from.map(first -> !day.isBefore(first)).orElse(true))
                .filter(day -> to.map(last -> !day.isAfter(last)).orElse(true))
                .isPresent();
    }

    private static String lettersAndDigits(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static void add(StringBuilder words, String more) {
        words.append(words.isEmpty() ? "" : ", ").append(more);
    }

    private static void requireName(String what, Optional<String> name) {
        if (name.filter(text -> text.isBlank() || text.length() > LONGEST_NAME).isPresent()) {
            throw new IllegalArgumentException("the " + what + " is blank or longer than " + LONGEST_NAME
                    + " characters: give its name, or leave it out");
        }
    }
}
