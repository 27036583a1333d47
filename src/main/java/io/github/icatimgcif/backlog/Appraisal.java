package io.github.icatimgcif.backlog;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.WaitsFor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides what a backlog does with a dataset. */
public final class Appraisal {

    private final Versions versions;
    private final Duplicate duplicate;

    /**
     * An appraisal.
     *
     * @param versions  what imgCIFs are made by now
     * @param duplicate what becomes of datasets that have a current one
     */
    public Appraisal(Versions versions, Duplicate duplicate) {
        this.versions = versions;
        this.duplicate = duplicate;
    }

    /** What is to become of a dataset that the journal may know. */
    public Judged of(Candidate candidate, Optional<KnownState> known) {
        Judged standing = standing(candidate, known);
        if (known.filter(KnownState::waits).isPresent()) {
            return underWay(standing.standing(), known.get());
        }
        if (candidate.location().isBlank()) {
            return new Judged(standing.standing(), Prospect.CANNOT, "the catalogue does not say where its data lie");
        }
        if (!candidate.complete()) {
            return new Judged(standing.standing(), Prospect.CANNOT, "the catalogue does not call it complete yet");
        }
        return standing;
    }

    private static Judged underWay(Standing standing, KnownState known) {
        Optional<WaitsFor> what = known.waitsFor();
        if (what.filter(WaitsFor.TAPE::equals).isPresent()) {
            return new Judged(standing, Prospect.ON_TAPE, "it waits for its raw data to come from tape");
        }
        return new Judged(
                standing,
                Prospect.UNDER_WAY,
                what.map(thing -> "it waits already: " + words(thing.name()))
                        .orElse("it waits already to be converted"));
    }

    private Judged standing(Candidate candidate, Optional<KnownState> known) {
        if (known.isEmpty()) {
            return candidate.registered()
                    ? eligible(Standing.OUTDATED, "the catalogue has its imgCIF, and nobody knows by what it was made")
                    : eligible(Standing.MISSING, "nobody has announced it");
        }
        KnownState state = known.get();
        if (state.waits()) {
            return state.hasImgCif() ? made(state) : eligible(Standing.MISSING, "it has no imgCIF yet");
        }
        return switch (state.state()) {
            case FAILED, REFUSED ->
                eligible(Standing.FAILED, words(state.state().name()) + ": " + state.explanation());
            case SKIPPED -> skipped(state);
            case REGISTERED, UNCHANGED -> made(state);
            default -> eligible(Standing.MISSING, "it has no imgCIF yet");
        };
    }

    private Judged made(KnownState state) {
        String differences = differences(state.madeBy());
        if (!differences.isEmpty()) {
            return eligible(Standing.OUTDATED, differences);
        }
        return duplicate == Duplicate.SKIP
                ? new Judged(Standing.CURRENT, Prospect.CURRENT, "its imgCIF is current")
                : eligible(Standing.CURRENT, "its imgCIF is current and is made anew");
    }

    /** What was skipped by the present rules would be skipped again. */
    private Judged skipped(KnownState state) {
        String reason = words(DatasetState.SKIPPED.name()) + ": " + state.explanation();
        boolean isWorthIt =
                duplicate == Duplicate.OVERWRITE || !differences(state.madeBy()).isEmpty();
        return new Judged(Standing.SKIPPED, isWorthIt ? Prospect.ELIGIBLE : Prospect.CANNOT, reason);
    }

    private String differences(Optional<Versions> madeBy) {
        if (madeBy.isEmpty()) {
            return "nobody knows by what its imgCIF was made";
        }
        List<String> differences = new ArrayList<>();
        add(differences, "service", madeBy.get().service(), versions.service());
        add(differences, "mapping", madeBy.get().mapping(), versions.mapping());
        add(differences, "dictionary", madeBy.get().dictionary(), versions.dictionary());
        return differences.isEmpty() ? "" : "made by " + String.join(", ", differences);
    }

    private static void add(List<String> differences, String what, String then, String now) {
        if (!then.equals(now)) {
            differences.add(what + " " + then + ", which is " + now + " now");
        }
    }

    private static Judged eligible(Standing standing, String reason) {
        return new Judged(standing, Prospect.ELIGIBLE, reason);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
