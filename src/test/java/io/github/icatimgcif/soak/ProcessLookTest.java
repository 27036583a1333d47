package io.github.icatimgcif.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What Linux says of this very process. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "SKIPPED, no look at a process: there is no /proc")
final class ProcessLookTest {

    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void filesThatAreOpenedAreAmongItsHandles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("some.txt"), "some");
        ProcessLook before = ProcessLook.at(SELF);
        List<InputStream> opened = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                opened.add(Files.newInputStream(file));
            }

            // Others in this process open and close some at the same time.
            assertThat(ProcessLook.at(SELF).handles()).isGreaterThan(before.handles() + 100);
        } finally {
            for (InputStream one : opened) {
                one.close();
            }
        }
    }

    @Test
    void itHasMemoryAndThreads() throws IOException {
        ProcessLook look = ProcessLook.at(SELF);

        assertThat(look.residentBytes()).isBetween(10_000_000L, 100_000_000_000L);
        assertThat(look.threads()).isBetween(2L, 10_000L);
    }

    @Test
    void aProcessThatIsGoneIsNotLookedAt() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThatThrownBy(() -> ProcessLook.at(ended.pid())).isInstanceOf(IOException.class);
    }
}
