package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretFilesTest {

    private static final String SECRET = " 5cD1 \"&$x #y ";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\n\n"})
    void theLineEndAtTheEndIsNoPartOfASecretAndAllElseIs(String end, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + end);

        assertThat(with("${file::" + file + "}").getRawValue("one")).isEqualTo(SECRET);
    }

    @Test
    void aSecretMayBeAPartOfASetting(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "5cD1\n");

        assertThat(with("login username=\"u\" password=\"${file::" + file + "}\";")
                        .getRawValue("one"))
                .isEqualTo("login username=\"u\" password=\"5cD1\";");
    }

    @Test
    void aFileThatCannotBeItIsNamedAndNothingOfItIsTold(@TempDir Path folder) throws IOException {
        Path absent = folder.resolve("absent");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path large = Files.writeString(folder.resolve("large"), "5cD1".repeat(20_000));

        assertThatThrownBy(() -> with("${file::" + absent + "}").getRawValue("one"))
                .hasMessageContaining("${file::" + absent + "}: there is no such file");
        assertThatThrownBy(() -> with("${file::" + empty + "}").getRawValue("one"))
                .hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> with("${file::" + large + "}").getRawValue("one"))
                .hasMessageContaining("more than 65536 bytes")
                .hasMessageNotContaining("5cD1");
        assertThatThrownBy(() -> with("${file::" + folder + "}").getRawValue("one"))
                .hasMessageContaining(folder.toString());
    }

    private static SmallRyeConfig with(String value) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredSecretKeysHandlers()
                .withDefaultValue("one", value)
                .build();
    }
}
