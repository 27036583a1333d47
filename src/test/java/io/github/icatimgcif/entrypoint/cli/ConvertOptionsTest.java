package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the options of {@code convert} ask of the stages. */
final class ConvertOptionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit puts it in
    Path folder;

    private final List<LocalConversion.Wish> wishes = new ArrayList<>();

    @Test
    void someHeadersAreReadUnlessAllAreAskedFor() {
        run(folder.toString());
        run("--all-headers", folder.toString());

        assertThat(wishes).extracting(LocalConversion.Wish::allHeaders).containsExactly(false, true);
    }

    private void run(String... arguments) {
        LocalConversion noted = wish -> {
            wishes.add(wish);
            throw new Unavailable(WaitsFor.SURROUNDINGS, "nothing is converted here");
        };
        new CommandLine(new ConvertCommand(
                        noted, OutputStream.nullOutputStream(), new PrintWriter(Writer.nullWriter()), false))
                .execute(arguments);
    }
}
