package io.github.icatimgcif.adapter.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FacilityFilesTest {

    private static final String CLASS_FILE = FacilityFiles.class.getName().replace('.', '/') + ".class";

    @Test
    void theShippedFilesAreFoundInAJarWhosePathHasABlank(@TempDir Path folder) throws Exception {
        Path jar = Files.createDirectories(folder.resolve("my service")).resolve("service+1.jar");
        pack(jar);

        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> inJar = loader.loadClass(FacilityFiles.class.getName());
            Object files = inJar.getMethod("of", Path.class).invoke(null, folder.resolve("none"));

            assertThat(inJar.getMethod("below", String.class).invoke(files, "mapping"))
                    .isEqualTo(Map.of("mapping/database.yaml", "category: database"));
        }
    }

    @Test
    void theHiddenFoldersOfAMountedConfigMapAreNotReadTwice(@TempDir Path folder) throws IOException {
        Path hidden = Files.createDirectories(folder.resolve("mapping/..2026_11_21"));
        Files.writeString(hidden.resolve("database.yaml"), "category: database");
        Files.createSymbolicLink(folder.resolve("mapping/..data"), Path.of("..2026_11_21"));
        Files.createSymbolicLink(folder.resolve("mapping/database.yaml"), Path.of("..data/database.yaml"));

        assertThat(FacilityFiles.onlyOf(folder).below("mapping")).containsOnlyKeys("mapping/database.yaml");
    }

    private static void pack(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(CLASS_FILE));
            try (var compiled = FacilityFiles.class.getClassLoader().getResourceAsStream(CLASS_FILE)) {
                assertThat(compiled).isNotNull();
                compiled.transferTo(out);
            }
            out.putNextEntry(new JarEntry("facility-defaults/README.md"));
            out.putNextEntry(new JarEntry("facility-defaults/mapping/database.yaml"));
            out.write("category: database".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
