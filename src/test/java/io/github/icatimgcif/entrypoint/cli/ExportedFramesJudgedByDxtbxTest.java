package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.shared.Python;
import io.github.icatimgcif.shared.SharedFolder;
import io.github.icatimgcif.shared.Tool;
import io.github.icatimgcif.wiring.LocalStages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Raw data of which the truth is known, converted, and their frames exported: an installed dxtbx has to read the geometry that
 * the imgCIF states, and the pixels that were stored.
 */
final class ExportedFramesJudgedByDxtbxTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int FRAMES = 3;
    private static final int ABSENT = 3;

    private final StringWriter messages = new StringWriter();

    private final Path folder;

    ExportedFramesJudgedByDxtbxTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "fw2legacy, ''",
        "fw2legacy, --two-theta=20",
        "fw2legacy, --size=514x1030",
        "dls, --two-theta=20",
        "nexgen, ''",
        "eigerv1, ''",
        "jungfrau, ''",
        "minicbf, --kappa"
    })
    void dxtbxReadsTheStatedGeometryAndTheStoredPixels(String dialect, String option) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "SKIPPED: there is no " + PYTHON);
        Path raw = folder.resolve("raw");
        Python.generate(
                dialect,
                raw,
                option.isEmpty()
                        ? List.of("--frames=3", "--pixels=all")
                        : List.of("--frames=3", "--pixels=all", option));
        JsonNode truth = new ObjectMapper().readTree(raw.resolve("x.truth.json").toFile());
        Path imgCif = folder.resolve("made.cif");
        run("convert", "--uri-base", "raw", "-o", imgCif.toString(), raw.toString());
        run("export", "--frames", "1-3", "--to", folder.resolve("cbf").toString(), imgCif.toString());

        Path geometry = folder.resolve("geometry.json");
        List<String> command = new ArrayList<>(List.of(
                PYTHON.toString(),
                "-W",
                "ignore",
                "src/test/resources/export/dxtbx_frames.py",
                geometry.toString(),
                truth.at("/frame_checks/0/dtype").asText()));
        command.addAll(frames());
        Tool.Ended told = Tool.run(Path.of("").toAbsolutePath(), command);
        Assumptions.assumeTrue(told.exit() != ABSENT, "SKIPPED: " + PYTHON + " has no dxtbx");
        assertThat(told.exit()).as(told.output()).isZero();
        Tool.Ended judged = Python.run(
                SharedFolder.at("oracles/compare_geometry.py"), List.of(imgCif.toString(), geometry.toString()));

        assertThat(judged.exit()).as(judged.output()).isZero();
        assertThat(told.output().lines().filter(line -> line.contains("\t")).map(line -> line.split("\t", -1)[1]))
                .containsExactlyElementsOf(storedPixels(truth));
    }

    private static List<String> storedPixels(JsonNode truth) {
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            sums.add(truth.at("/frame_checks/" + i + "/sha256").asText());
        }
        return sums;
    }

    private List<String> frames() throws IOException {
        try (var files = Files.list(folder.resolve("cbf"))) {
            List<String> names = files.map(Path::toString).sorted().toList();
            assertThat(names).hasSize(FRAMES);
            return names;
        }
    }

    private void run(String... arguments) {
        int exit = ImgCifCommand.run(
                Commands.with(new LocalStages()),
                "test",
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new PrintWriter(messages, true),
                false,
                arguments);
        assertThat(exit).as(Arrays.toString(arguments) + messages).isZero();
    }
}
