package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DamagedFilesTest {

    /** More, or others, by -Dfuzz.copies and -Dfuzz.seed. */
    private static final int COPIES = Integer.getInteger("fuzz.copies", 150);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tree_earliest.h5",
                "tree_v108.h5",
                "tree_v110.h5",
                "strided.h5",
                "nested.h5",
                "links.h5",
                "filters_earliest.h5",
                "filters_v110.h5"
            })
    void whateverIsBrokenInAFileOnlyOneExceptionComesOut(String name, @TempDir Path folder) throws IOException {
        byte[] sound = Files.readAllBytes(Fixtures.folder().resolve(name));
        for (String other : List.of("frames_1.h5", "frames_2.h5")) {
            Files.copy(Fixtures.folder().resolve(other), folder.resolve(other));
        }
        Random random = new Random(Long.getLong("fuzz.seed", 20260731L));
        Path file = folder.resolve("links.h5");
        int unreadable = 0;
        for (int copy = 0; copy < COPIES; copy++) {
            Files.write(file, damaged(sound, random, copy));
            int found = Assertions.assertTimeout(Duration.ofSeconds(20), () -> walk(file));
            unreadable += found > 0 ? 1 : 0;
        }

        assertThat(unreadable).as("copies in which damage was noticed").isGreaterThan(COPIES / 10);
    }

    @Test
    void aFileThatIsNoHdf5IsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.h5"), "these are notes");

        assertThatExceptionOfType(Hdf5Unreadable.class)
                .isThrownBy(() -> Hdf5File.open(file, new DataRoots(List.of(folder))))
                .withMessageContaining("notes.h5")
                .withMessageContaining("signature");
    }

    @Test
    void aFileThatIsNotThereMayComeLater(@TempDir Path folder) {
        Path file = folder.resolve("later.h5");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> Hdf5File.open(file, new DataRoots(List.of(folder))))
                .withMessageContaining("later.h5");
    }

    /** Every fourth copy is cut off; in the others one to eight bits are wrong. */
    private static byte[] damaged(byte[] sound, Random random, int copy) {
        if (copy % 4 == 0) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
        byte[] bytes = sound.clone();
        int bits = 1 + random.nextInt(8);
        int area = copy % 4 == 1 ? Math.min(2048, bytes.length) : bytes.length;
        for (int i = 0; i < bits; i++) {
            bytes[random.nextInt(area)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** How many objects could not be read. */
    private static int walk(Path path) {
        try (Hdf5File file = Hdf5File.open(path, new DataRoots(List.of(path.getParent())))) {
            return walk(file.root(), new HashSet<>(), 0);
        } catch (Hdf5Unreadable e) {
            return 1;
        }
    }

    private static int walk(Hdf5Group group, Set<String> seen, int depth) {
        if (depth > 12 || !seen.add(group.file() + " " + group.path())) {
            return 0;
        }
        int unreadable = 0;
        try {
            unreadable += tried(() -> group.attributeNames().forEach(group::attribute));
            unreadable += tried(() -> FrameLocator.locate(group, "data_"));
            for (Hdf5Link link : group.links()) {
                unreadable += tried(() -> group.state(link.name()));
                unreadable += child(group, link.name(), seen, depth);
            }
        } catch (Hdf5Unreadable e) {
            unreadable++;
        }
        return unreadable;
    }

    private static int child(Hdf5Group group, String name, Set<String> seen, int depth) {
        try {
            Hdf5Node node = group.child(name).orElse(group);
            return node instanceof Hdf5Group inner ? walk(inner, seen, depth + 1) : read((Hdf5Dataset) node);
        } catch (Hdf5Unreadable e) {
            return 1;
        }
    }

    private static int read(Hdf5Dataset data) {
        return tried(() -> data.attributeNames().forEach(data::attribute))
                + tried(data::shape)
                + tried(data::type)
                + tried(data::texts)
                + tried(data::numbers)
                + tried(() -> data.frame(0))
                + tried(() -> FrameLocator.locate(data));
    }

    private static int tried(Runnable reading) {
        try {
            reading.run();
            return 0;
        } catch (Hdf5Unreadable e) {
            return 1;
        }
    }
}
