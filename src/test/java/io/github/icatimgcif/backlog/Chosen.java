package io.github.icatimgcif.backlog;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Versions;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Selections, orders and datasets of tests. */
final class Chosen {

    static final Versions NOW = new Versions("0.1.0", "77c2d9", "1.8.9");
    static final Versions THEN = new Versions("0.1.0", "3a1f00", "1.8.9");

    private Chosen() {}

    static Selection proposal(String name) {
        return selection(Optional.of(name), Optional.empty());
    }

    static Selection session(String name) {
        return selection(Optional.empty(), Optional.of(name));
    }

    private static Selection selection(Optional<String> proposal, Optional<String> session) {
        return new Selection(
                proposal,
                session,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of());
    }

    static BacklogOrder order(Duplicate duplicate, int concurrency, Optional<Integer> rate) {
        return new BacklogOrder(proposal("mx2405"), duplicate, concurrency, rate, false, "anna");
    }

    static Candidate candidate(String proposal, String location) {
        return candidate(proposal, location, Optional.empty(), Optional.empty());
    }

    static Candidate on(String day) {
        return candidate("mx2405", "/data/a", Optional.empty(), Optional.of(LocalDate.parse(day)));
    }

    static Candidate candidate(String proposal, String location, Optional<Long> id, Optional<LocalDate> day) {
        return new Candidate("run_01", proposal, "ID30B", Set.of("ID30B"), "Therm-6", location, id, day, true, false);
    }

    static KnownState known(Candidate candidate, DatasetState state, Versions madeBy) {
        boolean isDone = state == DatasetState.REGISTERED || state == DatasetState.UNCHANGED;
        return new KnownState(
                17,
                candidate,
                state,
                "why",
                false,
                Optional.empty(),
                3,
                isDone,
                Optional.of(madeBy),
                Optional.of("5ha"));
    }

    static KnownState waiting(Candidate candidate) {
        return new KnownState(
                18,
                candidate,
                DatasetState.RECEIVED,
                "",
                true,
                Optional.empty(),
                5,
                false,
                Optional.empty(),
                Optional.empty());
    }
}
