package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.wiring.LocalKnowledgeFiles;
import io.github.icatimgcif.wiring.LocalStages;
import io.github.icatimgcif.wiring.UsersNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConvertCommandTest {

    private final Path folder;
    private final StringWriter messages = new StringWriter();

    ConvertCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void dataThatFillTheMemoryEndWithAMessage() {
        LocalConversion full = wish -> {
            throw new OutOfMemoryError("Java heap space");
        };

        assertThat(run(full, "convert", folder.toString())).isEqualTo(2);
        assertThat(messages.toString()).contains("need more memory than Java has", "-Xmx");
    }

    @Test
    void aNameOfAFileDoesNotCommandTheTerminal() throws IOException {
        Files.writeString(folder.resolve("\u001b[31mred\u202e_0001.img"), "{\nHEADER_BYTES=512;\nSIZE1=many;\n}");

        assertThat(run(new LocalStages(), "convert", folder.toString())).isEqualTo(1);
        assertThat(messages.toString())
                .contains("\\u001b[31mred\\u202e_####.img")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aFolderOfBeamlineFilesThatIsNotThereIsWrongUsage() {
        assertThat(run(new LocalStages(), "convert", "--config", folder.resolve("none") + "", folder.toString()))
                .isEqualTo(2);
        assertThat(messages.toString()).contains("there is no folder " + folder.resolve("none"));
    }

    @Test
    void theFolderOfBeamlineFilesThatIsNamedIsRead() throws IOException {
        Files.createDirectories(folder.resolve("beamlines/moon"));
        Files.writeString(
                folder.resolve("beamlines/moon/b1.yaml"), "name: B1\nfacility: Moon\nperiods: [{frame: round}]\n");
        Files.writeString(folder.resolve("x_0001.img"), """
                {
                HEADER_BYTES=512;
                SIZE1=300;
                SIZE2=200;
                PIXEL_SIZE=0.1;
                DISTANCE=150;
                WAVELENGTH=0.9;
                OSC_START=1;
                OSC_RANGE=1;
                }
                """);

        assertThat(run(
                        new LocalStages(),
                        "convert",
                        "--config",
                        folder.toString(),
                        "--beamline",
                        "B1",
                        folder.toString()))
                .isEqualTo(2);
        assertThat(messages.toString()).contains("beamlines/moon/b1.yaml, line 3: the frame is principal or nominal");
    }

    private int run(LocalConversion conversion, String... arguments) {
        return ImgCifCommand.run(
                conversion,
                new LocalKnowledgeFiles(),
                new UsersNetwork(),
                "test",
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new PrintWriter(messages, true),
                false,
                arguments);
    }
}
