package io.github.icatimgcif.conversion.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrailTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(strings = {"a", "4711", "lab/id30b:17", "0f6ce6ae-47ad-4d08-9a44-1c8b6f4f6a11", "A1._:/@+=~-"})
    void whatProgramsCallTheirMessagesIsACorrelationId(String sent) {
        assertThat(CorrelationId.sent(sent)).contains(new CorrelationId(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\r\nX: y", "<b>", "\"", "{}", "-a", "é", "a;b", "a\u202Eb"})
    void whatCouldDoHarmIsNone(String sent) {
        assertThat(CorrelationId.sent(sent)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CorrelationId(sent));
    }

    @Test
    void anIdHas128CharactersAtMost() {
        assertThat(CorrelationId.sent("x".repeat(128))).isPresent();
        assertThat(CorrelationId.sent("x".repeat(129))).isEmpty();
    }

    @Test
    void aPlaceInATraceIsAsW3cWritesIt() {
        assertThat(TraceParent.sent(TRACE)).contains(new TraceParent(TRACE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n"
            })
    void anythingElseIsNoPlaceInATrace(String sent) {
        assertThat(TraceParent.sent(sent)).isEmpty();
    }

    @Test
    void aTrailGoesOnFromWhereItIsOrFromWhereItCame() {
        Trail came = new Trail(CorrelationId.sent("lab-1"), TraceParent.sent(TRACE));
        Optional<TraceParent> here = TraceParent.sent(TRACE.replace("00f0", "11f0"));

        assertThat(came.at(here)).isEqualTo(new Trail(CorrelationId.sent("lab-1"), here));
        assertThat(came.at(Optional.empty())).isEqualTo(came);
    }
}
