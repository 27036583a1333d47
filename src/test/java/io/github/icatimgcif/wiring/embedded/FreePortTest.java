package io.github.icatimgcif.wiring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FreePortTest {

    /** As many that two of them would be the same in nearly every run, if it were left to chance: there are 17 000. */
    private static final int MANY = 600;

    @Test
    void isGivenOnce() {
        Set<Integer> given = new HashSet<>();

        for (int i = 0; i < MANY; i++) {
            assertThat(given.add(FreePort.any())).isTrue();
        }
    }

    @Test
    void isGivenToOneProcess() throws Exception {
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            given.add(FreePort.any());
        }

        assertThat(portsGivenToAnotherProcess()).hasSize(MANY).doesNotContainAnyElementsOf(given);
    }

    @Test
    void mayBeListenedOn() throws IOException {
        int port = FreePort.any();

        FreePort.require(InetAddress.getLoopbackAddress(), port, "imgcif.embedded.kafka-port");
        try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(listening.getLocalPort()).isEqualTo(port);
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() ->
                            FreePort.require(InetAddress.getLoopbackAddress(), port, "imgcif.embedded.kafka-port"))
                    .withMessageContaining("port " + port + " is taken by another program")
                    .withMessageContaining("imgcif.embedded.kafka-port");
        }
    }

    private static List<Integer> portsGivenToAnotherProcess() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isZero();
        return said.lines().map(Integer::valueOf).toList();
    }

    /** The other process. */
    static final class Other {

        private Other() {}

        /** Prints the ports that it is given. */
        @SuppressWarnings("SystemOut")
        public static void main(String... arguments) {
            for (int i = 0; i < MANY; i++) {
                System.out.println(FreePort.any());
            }
        }
    }
}
