package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.register.Registration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeTest {

    private static final Registration KNOWN = new Registration(4711, "run_01_imgcif", true);

    @Test
    void whatIsRegisteredNowOrWasBeforeIsInTheCatalogue() {
        assertThat(new Outcome.Registered(KNOWN).inCatalogue()).contains(KNOWN);
        assertThat(new Outcome.Unchanged(KNOWN).inCatalogue()).contains(KNOWN);
    }

    @Test
    void noOtherEndSaysThatTheCatalogueHasIt() {
        assertThat(List.of(
                        new Outcome.HandedOver("the ingester has the message"),
                        new Outcome.Refused(List.of()),
                        new Outcome.Postponed(WaitsFor.DATA, "nothing lies there yet"),
                        new Outcome.Skipped("no raw data"),
                        new Outcome.Failed("a foreign file is in the way")))
                .allSatisfy(outcome -> assertThat(outcome.inCatalogue()).isEmpty());
    }
}
