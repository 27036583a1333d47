package io.github.icatimgcif.entrypoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import io.github.icatimgcif.conversion.trail.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceptionTest {

    private final List<String> announced = new ArrayList<>();
    private final List<String> buried = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {"1e99999999999", "1e-2147483648", "-7.5E+2147483648", "1e2147483647", "2.5E-1003", "-1e1001"})
    void aNumberThatNoQuantityHasIsADeadLetterAndTheNextMessageIsTaken(String number) {
        take("{\"path\":\"/data/run_07\",\"parameters\":{\"MX_flux\":" + number + "}}");
        take("{\"path\":\"/data/run_08\"}");

        assertThat(buried).singleElement().asString().contains("number that no quantity has");
        assertThat(announced).containsExactly("/data/run_08");
    }

    @Test
    void aNumberWithAnExponentIsTakenAsItStands() {
        take("{\"path\":\"/data/run_09\",\"parameters\":{\"MX_flux\":3.2e11}}");

        assertThat(announced).containsExactly("/data/run_09");
        assertThat(buried).isEmpty();
    }

    private void take(String text) {
        Intake intake = (dataset, door) -> announced.add(dataset.location());
        DeadLetters letters = (DeadLetters) Proxy.newProxyInstance(
                DeadLetters.class.getClassLoader(), new Class<?>[] {DeadLetters.class}, (proxy, method, arguments) -> {
                    buried.add(String.valueOf(arguments[1]));
                    return null;
                });
        new Reception(intake, new MessageReader(70_000), letters, new SimpleMeterRegistry(), Traces.OFF)
                .take(
                        new ReceivedMessage(
                                "kafka",
                                "topic/0/7",
                                Optional.empty(),
                                Map.of(),
                                text.getBytes(StandardCharsets.UTF_8)),
                        reason -> {});
    }
}
