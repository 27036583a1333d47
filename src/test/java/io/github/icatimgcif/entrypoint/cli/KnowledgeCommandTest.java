package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.wiring.LocalKnowledgeFiles;
import io.github.icatimgcif.wiring.UsersNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnowledgeCommandTest {

    private static final String GEOMETRY = """
            #\\#CIF_2.0
            data_B1
            loop_
            _axis.id _axis.type _axis.equipment _axis.depends_on _axis.vector[1] _axis.vector[2] _axis.vector[3]
            omega rotation goniometer . 1 0 0
            gravity . gravity . 0 -1 0
            """;

    private final Path folder;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StringWriter messages = new StringWriter();

    KnowledgeCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theCheckPrintsWhatIsKnownAndWhatIsNot() {
        int exit = run("knowledge", "check", "--config", folder);

        assertThat(exit).isZero();
        assertThat(output()).contains("beamlines/esrf/id23-1.yaml: ID23-1", "gap: ID30B: no goniometer axis is known");
        assertThat(messages.toString()).isEmpty();
    }

    @Test
    void aMistakeIsSaidWithFileAndLineAndTheExitCodeIs2() throws IOException {
        Files.createDirectories(folder.resolve("beamlines/esrf"));
        Files.writeString(
                folder.resolve("beamlines/esrf/id30b.yaml"),
                "name: ID30B\nfacility: ESRF\nperiods:\n  - frame: nominal\n    goniometer: {axes: [], source: s}\n");

        int exit = run("knowledge", "check", "--config", folder);

        assertThat(exit).isEqualTo(2);
        assertThat(messages.toString()).startsWith("mistake: beamlines/esrf/id30b.yaml, line 5: there are no axes");
    }

    @Test
    void aFolderThatIsNotThereIsWrongUsage() {
        assertThat(run("knowledge", "check", "--config", folder.resolve("none")))
                .isEqualTo(2);
        assertThat(messages.toString()).contains("there is no folder ");
    }

    @Test
    void anImportedFileIsWrittenOnceAndNeverOverwritten() throws IOException {
        Path cif = Files.writeString(folder.resolve("geometry.cif"), GEOMETRY);

        int first = run("knowledge", "import", cif, "-o", folder.resolve("made"));
        String made = Files.readString(folder.resolve("made/b1.yaml"));
        int second = run("knowledge", "import", cif, "-o", folder.resolve("made"));

        assertThat(first).isZero();
        assertThat(made).contains("- {name: omega, vector: [-1, 0, 0]}");
        assertThat(second).isEqualTo(2);
        assertThat(messages.toString()).contains("b1.yaml is there already and is not overwritten");
    }

    @Test
    void withoutAFolderTheImportIsOnStandardOutput() throws IOException {
        Path cif = Files.writeString(folder.resolve("geometry.cif"), GEOMETRY);

        assertThat(run("knowledge", "import", cif, "--block", "b1")).isZero();
        assertThat(output()).startsWith("# Made by icat-imgcif knowledge import from geometry.cif, data_B1.");
    }

    @Test
    void aBlockOfWhichThereCanBeNoFileMakesTheExitCode1() throws IOException {
        Path cif = Files.writeString(folder.resolve("geometry.cif"), GEOMETRY.replaceAll("(?m)^gravity.*\n", ""));

        assertThat(run("knowledge", "import", cif)).isEqualTo(1);
        assertThat(messages.toString()).contains("data_B1: not taken over: everything");
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private int run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        LocalConversion none = wish -> {
            throw new IllegalStateException("no conversion is wanted here");
        };
        return ImgCifCommand.run(
                none,
                new LocalKnowledgeFiles(),
                new UsersNetwork(),
                "0",
                InputStream.nullInputStream(),
                output,
                new PrintWriter(messages, true),
                false,
                texts);
    }
}
