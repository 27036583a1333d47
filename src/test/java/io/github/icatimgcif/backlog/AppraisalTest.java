package io.github.icatimgcif.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DatasetState;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AppraisalTest {

    private static final Candidate DATASET = Chosen.candidate("mx2405", "/data/visitor/mx2405/run_01");

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, now, SKIP, CURRENT, CURRENT",
        "UNCHANGED, now, SKIP, CURRENT, CURRENT",
        "REGISTERED, now, CHECK, CURRENT, ELIGIBLE",
        "REGISTERED, now, OVERWRITE, CURRENT, ELIGIBLE",
        "REGISTERED, then, SKIP, OUTDATED, ELIGIBLE",
        "FAILED, now, SKIP, FAILED, ELIGIBLE",
        "REFUSED, now, SKIP, FAILED, ELIGIBLE",
        "SKIPPED, now, SKIP, SKIPPED, CANNOT",
        "SKIPPED, then, SKIP, SKIPPED, ELIGIBLE",
        "SKIPPED, now, CHECK, SKIPPED, CANNOT",
        "SKIPPED, now, OVERWRITE, SKIPPED, ELIGIBLE"
    })
    void whatBecomesOfADatasetDependsOnHowItStands(
            DatasetState state, String madeBy, Duplicate duplicate, Standing standing, Prospect prospect) {
        KnownState known = Chosen.known(DATASET, state, madeBy.equals("now") ? Chosen.NOW : Chosen.THEN);

        Judged judged = new Appraisal(Chosen.NOW, duplicate).of(DATASET, Optional.of(known));

        assertThat(judged.standing()).isEqualTo(standing);
        assertThat(judged.prospect()).isEqualTo(prospect);
    }

    @Test
    void theReasonOfAnOutdatedOneNamesTheVersions() {
        Judged judged = new Appraisal(Chosen.NOW, Duplicate.SKIP)
                .of(DATASET, Optional.of(Chosen.known(DATASET, DatasetState.UNCHANGED, Chosen.THEN)));

        assertThat(judged.reason()).isEqualTo("made by mapping 3a1f00, which is 77c2d9 now");
    }

    @Test
    void whatNobodyAnnouncedIsMissingAndEligible() {
        assertThat(new Appraisal(Chosen.NOW, Duplicate.SKIP).of(DATASET, Optional.empty()))
                .isEqualTo(new Judged(Standing.MISSING, Prospect.ELIGIBLE, "nobody has announced it"));
    }

    @Test
    void whatWaitsAlreadyIsUnderWay() {
        assertThat(new Appraisal(Chosen.NOW, Duplicate.SKIP)
                        .of(DATASET, Optional.of(Chosen.waiting(DATASET)))
                        .prospect())
                .isEqualTo(Prospect.UNDER_WAY);
    }

    @Test
    void whatHasNoLocationOrIsNotCompleteCannotBeConverted() {
        Appraisal appraisal = new Appraisal(Chosen.NOW, Duplicate.SKIP);
        Candidate nowhere = Chosen.candidate("mx2405", " ", Optional.of(4711L), Optional.empty());
        Candidate incomplete = new Candidate(
                "run_02",
                "mx2405",
                "",
                Set.of(),
                "",
                "/data/run_02",
                Optional.of(4712L),
                Optional.empty(),
                false,
                false);

        assertThat(appraisal.of(nowhere, Optional.empty()).reason())
                .isEqualTo("the catalogue does not say where its data lie");
        assertThat(appraisal.of(incomplete, Optional.empty()).prospect()).isEqualTo(Prospect.CANNOT);
    }

    @Test
    void commandsMakeSenseInSomeStatesOnly() {
        assertThat(BacklogState.PLANNED.after(Command.RESUME)).contains(BacklogState.RUNNING);
        assertThat(BacklogState.RUNNING.after(Command.PAUSE)).contains(BacklogState.PAUSED);
        assertThat(BacklogState.PAUSED.after(Command.RETRY)).contains(BacklogState.PAUSED);
        assertThat(BacklogState.DONE.after(Command.RETRY)).contains(BacklogState.RUNNING);
        assertThat(BacklogState.CANCELLED.after(Command.RESUME)).isEmpty();
        assertThat(BacklogState.DONE.after(Command.PAUSE)).isEmpty();
        assertThat(BacklogState.PLANNING.after(Command.PAUSE)).isEmpty();
        assertThat(BacklogState.DONE.refusal(Command.PAUSE))
                .isEqualTo(
                        "the backlog is done, so that there is nothing to pause: retry hands those over again that failed");
    }
}
