package io.github.icatimgcif.entrypoint.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.backlog.BacklogOrder;
import io.github.icatimgcif.backlog.Duplicate;
import io.github.icatimgcif.backlog.Standing;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BacklogFormTest {

    @Test
    void whatIsFilledInIsOrderedAsADryRunByWhoFilledItIn() {
        BacklogOrder order = BacklogForm.order(
                FormFields.of("proposal=+mx2405+&session=&from=2025-03-25&to=2025-04-02&datasets=4711%0D%0A+4713%2C4712"
                        + "&path=%2Fdata%2F**&state=missing&state=failed&duplicate=check&concurrency=7&rate="),
                "simple/oscar",
                4);

        assertThat(order.dryRun()).isTrue();
        assertThat(order.startedBy()).isEqualTo("simple/oscar");
        assertThat(order.selection().proposal()).contains("mx2405");
        assertThat(order.selection().session()).isEmpty();
        assertThat(order.selection().from()).contains(LocalDate.of(2025, 3, 25));
        assertThat(order.selection().to()).contains(LocalDate.of(2025, 4, 2));
        assertThat(order.selection().ids()).containsExactlyInAnyOrder(4711L, 4712L, 4713L);
        assertThat(order.selection().states()).isEqualTo(Set.of(Standing.MISSING, Standing.FAILED));
        assertThat(order.duplicate()).isEqualTo(Duplicate.CHECK);
        assertThat(order.concurrency()).isEqualTo(7);
        assertThat(order.rate()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "proposal=mx2405&from=yesterday, give a day as",
        "proposal=mx2405&datasets=abc, give numbers",
        "proposal=mx2405&concurrency=0, from 1 to 1000",
        "proposal=mx2405&rate=x, give a whole number",
        "proposal=mx2405&state=odd, there is no state",
        "proposal=mx2405&duplicate=odd, choose one",
        "proposal=mx%002405, control characters",
        "path=data, absolute"
    })
    void whatMakesNoSenseIsRefusedWithWhatWould(String form, String words) {
        assertThatThrownBy(() -> BacklogForm.order(FormFields.of(form), "simple/oscar", 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
