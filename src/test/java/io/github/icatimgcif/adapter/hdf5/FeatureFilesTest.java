package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.shared.Python;
import io.github.icatimgcif.shared.SharedFolder;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every feature of HDF5 a data set can meet, made anew and held against h5py: each value is right, or the answer is the
 * declared one. Needs a python3 with h5py; for files with compressed frames hdf5plugin with its filters.
 */
final class FeatureFilesTest {

    /** Made before the generator needs a filter. */
    private static final List<String> WITHOUT_FILTERS = List.of("strings.h5", "types.h5", "links.h5");

    /** What is not read, and how the answer says so. */
    private static final Map<String, String> NOT_RIGHT = Map.ofEntries(
            Map.entry("/omega@objref", "empty.*OTHER"),
            Map.entry("/complex", "empty.*OTHER"),
            Map.entry("/compound", "empty.*OTHER"),
            Map.entry("/longdouble", "empty.*OTHER"),
            Map.entry("/opaque", "empty.*OTHER"),
            Map.entry("/ref", "empty.*OTHER"),
            Map.entry("/vlen_int", "empty.*OTHER"),
            Map.entry("/unallocated_chunked", "empty.*INTEGER"),
            Map.entry("/unallocated_contig", "empty.*FLOAT"),
            Map.entry("/blosc", "filter 32001 \\(blosc\\), which is not read"),
            Map.entry("/blosc2", "filter 32026 \\(blosc2\\), which is not read"),
            Map.entry("/scaleoffset", "filter 6 \\(scaleoffset\\), which is not read"),
            Map.entry("/szip", "filter 4 \\(szip\\), which is not read"),
            Map.entry("/zstd", "filter 32015 \\(.*zstd.*\\), which is not read"));

    @ParameterizedTest
    @CsvSource({
        "earliest, strings.h5",
        "latest, strings.h5",
        "earliest, types.h5",
        "latest, types.h5",
        "earliest, links.h5",
        "latest, links.h5",
        "earliest, vds_src.h5",
        "latest, vds_src.h5",
        "earliest, vds.h5",
        "latest, vds.h5",
        "earliest, filters.h5",
        "latest, filters.h5",
        "earliest, many.h5",
        "latest, many.h5",
        "earliest, swmr.h5",
        "earliest, swmr_open.h5",
        "earliest, userblock.h5"
    })
    void everyValueIsRightOrTheDeclaredAnswerIsGiven(String libver, String name, @TempDir Path folder)
            throws IOException, InterruptedException {
        make(libver, name, folder);
        JsonNode truth = h5pyReads(folder.resolve(name));

        Map<String, String> answers = new TreeMap<>();
        try (Hdf5File file = Hdf5File.open(folder.resolve(name), new DataRoots(List.of(folder)))) {
            truth.fields()
                    .forEachRemaining(each -> answers.put(each.getKey(), answer(file, each.getKey(), each.getValue())));
        }
        answers.values().removeIf("right"::equals);
        assertThat(answers)
                .allSatisfy((path, given) -> assertThat(given)
                        .matches("refused: cannot read .*" + path + " in .*" + name + ": .+|empty, of type .+")
                        .containsPattern(
                                NOT_RIGHT.getOrDefault(path, "never declared") + "|" + newerFormat(libver, name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"earliest", "latest"})
    void everyLinkLeadsWhereItPoints(String libver, @TempDir Path folder) throws IOException, InterruptedException {
        make(libver, "links.h5", folder);

        try (Hdf5File file = Hdf5File.open(folder.resolve("links.h5"), new DataRoots(List.of(folder)))) {
            Hdf5Group data = Fixtures.group(file, "/entry/data");

            assertThat(data.links().stream().map(link -> link.name() + " " + end(data, link.name())))
                    .containsExactlyInAnyOrder(
                            "ext_abs strings.h5 /omega",
                            "ext_abs_moved strings.h5 /omega",
                            "ext_chain strings.h5 /omega",
                            "ext_missing_file dangling: /x of gone.h5",
                            "ext_missing_path dangling: /nope of strings.h5",
                            "ext_norootslash strings.h5 /omega",
                            "ext_ok strings.h5 /omega",
                            "ext_root strings.h5 /",
                            "ext_sub strings.h5 /omega",
                            "ext_via_softgroup strings.h5 /omega",
                            "hard links.h5 /entry/data/hard",
                            "plain links.h5 /entry/data/plain",
                            "soft_abs links.h5 /entry/d",
                            "soft_broken dangling: /nope",
                            "soft_rel_same links.h5 /entry/data/plain",
                            "soft_rel_up dangling: ../d",
                            "soft_to_group links.h5 /entry");
            assertThat(file.at("/entry/self/self/data/soft_abs").orElseThrow().path())
                    .isEqualTo("/entry/d");
            assertThat(Fixtures.dataset(file, "/entry/data/hard").numbers().values())
                    .containsExactly(0, 1, 2);
        }
    }

    private static String end(Hdf5Group group, String name) {
        if (group.state(name) instanceof LinkState.Dangling lost) {
            return "dangling: "
                    + lost.reason().replaceFirst(".* points to ", "").replaceFirst(", .*", "");
        }
        Hdf5Node node = group.child(name).orElseThrow();
        return node.file().getFileName() + " " + node.path();
    }

    /** What a library writes that is newer than all the reader knows, if asked for its latest format; HDF5 2.0 does. */
    private static String newerFormat(String libver, String name) {
        return libver.equals("latest") || name.startsWith("swmr")
                ? "version \\d+ of a (data layout|map of a virtual data set) is not known"
                : "never declared";
    }

    private static void make(String libver, String name, Path folder) throws IOException, InterruptedException {
        Tool.Ended ended = Python.run(SharedFolder.at("tools/make_features.py"), List.of(folder.toString(), libver));
        Assumptions.assumeTrue(
                ended.exit() == 0 || WITHOUT_FILTERS.contains(name),
                "SKIPPED: " + name + " was not made (hdf5plugin without its filters?), set -Dpython: "
                        + ended.output());
    }

    private static JsonNode h5pyReads(Path file) throws IOException, InterruptedException {
        Path truth = file.resolveSibling("truth.json");
        Tool.Ended ended =
                Python.run(Fixtures.folder().resolve("h5py_reads.py"), List.of(truth.toString(), file.toString()));
        assertThat(ended.exit()).as(ended.output()).isZero();
        return new ObjectMapper()
                .readTree(truth.toFile())
                .get(file.getFileName().toString());
    }

    private static String answer(Hdf5File file, String path, JsonNode truth) {
        try {
            int at = path.indexOf('@');
            if (at > 0) {
                Hdf5Attribute attribute = file.at(path.substring(0, at))
                        .orElseThrow()
                        .attribute(path.substring(at + 1))
                        .orElseThrow();
                return values(
                        attribute.texts(), doubles(attribute.doubles()), Optional.empty(), attribute.type(), truth);
            }
            Hdf5Dataset data = Fixtures.dataset(file, path);
            if (truth.has("frames")) {
                return frames(data, truth);
            }
            NumberColumn numbers = data.numbers();
            return values(data.texts(), doubles(numbers.values()), Optional.of(numbers), data.type(), truth);
        } catch (Hdf5Unreadable refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private static String values(
            List<String> texts, List<Double> doubles, Optional<NumberColumn> column, ElementType type, JsonNode truth) {
        List<String> expectedTexts = strings(truth.path("texts"));
        List<String> expectedNumbers = strings(truth.path("numbers"));
        if (texts.isEmpty() && doubles.isEmpty()) {
            boolean nothing = truth.has("numbers") && expectedNumbers.isEmpty() && expectedTexts.isEmpty();
            return nothing ? "right" : "empty, of type " + type;
        }
        List<Double> expected =
                expectedNumbers.stream().map(FeatureFilesTest::toDouble).toList();
        boolean right = texts.equals(expectedTexts) && doubles.equals(expected);
        if (right && type.kind() == ElementType.Kind.INTEGER && column.isPresent()) {
            right = IntStream.range(0, expected.size())
                    .allMatch(i ->
                            column.get().decimal(i).orElseThrow().toString().equals(expectedNumbers.get(i)));
        }
        return right ? "right" : "WRONG: " + texts + doubles + ", h5py reads " + truth;
    }

    private static double toDouble(String number) {
        return switch (number) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(number);
        };
    }

    private static List<Double> doubles(double... values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }

    private static String frames(Hdf5Dataset data, JsonNode truth) {
        Located located = FrameLocator.locate(data);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < truth.get("frames").size(); i++) {
            FrameLocation place = located.frames().at(i).orElseThrow();
            try (Hdf5File file = Hdf5File.open(
                    place.file(), new DataRoots(List.of(data.file().getParent())))) {
                found.add(Long.toString(
                        crc(Fixtures.dataset(file, place.path().orElseThrow()).frame(place.index()))));
            }
        }
        return found.equals(strings(truth.get("frames"))) ? "right" : "WRONG: " + found + ", h5py reads " + truth;
    }

    private static long crc(int... pixels) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(pixels);
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return crc.getValue();
    }
}
