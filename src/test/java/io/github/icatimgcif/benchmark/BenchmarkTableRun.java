package io.github.icatimgcif.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Makes datasets of every format with few and with many frames and prints the table of src/docs/FORMATS.md: warm
 * conversions in a Java machine whose heap is limited, the median of each. No build runs it and nothing is judged by the clock;
 * that a conversion runs out of memory fails it.
 *
 * <pre>
 *   mvn test -Dtest=BenchmarkTableRun [-Dbenchmark.heap=64m] [-Dbenchmark.dialects=dls,minicbf]
 * </pre>
 */
final class BenchmarkTableRun {

    private static final Path FOLDER = Path.of("target", "benchmark").toAbsolutePath();
    private static final String DIALECTS = "fw2legacy,fw2024,dls,nexgen,jungfrau,jfjoch,eigerv1,esrf,minicbf,tbz";
    private static final List<Integer> FRAMES_OF_MASTERS = List.of(1_000, 3_600, 10_000, 100_000);
    private static final List<Integer> FRAMES_OF_SERIES = List.of(1_000, 3_600, 10_000);

    /** What is converted: a folder or an archive with so many frames. */
    private record Dataset(String dialect, int frames, Path place) {}

    @Test
    void everyFormatWithFewAndManyFrames() throws IOException, InterruptedException, RunnerException {
        List<Dataset> datasets = new ArrayList<>();
        for (String dialect : System.getProperty("benchmark.dialects", DIALECTS).split(",", -1)) {
            boolean isSeries = List.of("minicbf", "tbz").contains(dialect);
            for (int frames : isSeries ? FRAMES_OF_SERIES : FRAMES_OF_MASTERS) {
                datasets.add(new Dataset(dialect, frames, made(dialect, frames)));
            }
        }

        String heap = System.getProperty("benchmark.heap", "64m");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ConversionBenchmark.class.getName())
                        .param(
                                "master",
                                datasets.stream()
                                        .map(dataset -> dataset.place().toString())
                                        .toArray(String[]::new))
                        .jvmArgs("-Xmx" + heap)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(3))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.seconds(2))
                        .shouldFailOnError(true)
                        .build())
                .run();

        System.out.println(table(datasets, results, heap));
        assertThat(results).hasSameSizeAs(datasets);
    }

    private static String table(List<Dataset> datasets, Collection<RunResult> results, String heap) {
        StringBuilder table = new StringBuilder("warm conversions, heap " + heap
                + "\n\n| raw data | frames | median, ms | µs a frame |\n|---|---|---|---|\n");
        for (Dataset dataset : datasets) {
            for (RunResult result : results) {
                if (result.getParams().getParam("master").equals(dataset.place().toString())) {
                    double median = result.getPrimaryResult().getStatistics().getPercentile(50);
                    table.append(String.format(
                            Locale.ROOT,
                            "| %s | %d | %.1f | %.1f |%n",
                            dataset.dialect(),
                            dataset.frames(),
                            median,
                            median * TimeUnit.MILLISECONDS.toMicros(1) / dataset.frames()));
                }
            }
        }
        return table.toString();
    }

    private static Path made(String dialect, int frames) throws IOException, InterruptedException {
        if (dialect.equals("tbz")) {
            return archived(made("minicbf", frames), frames);
        }
        Path folder = FOLDER.resolve(dialect + "-" + frames);
        if (!Files.exists(folder)) {
            Python.generate(
                    dialect,
                    folder,
                    List.of(
                            "--frames",
                            Integer.toString(frames),
                            "--size",
                            "64x80",
                            "--pixels",
                            "none",
                            "--osc",
                            "10,0.1"));
        }
        return folder;
    }

    private static Path archived(Path series, int frames) throws IOException, InterruptedException {
        Path folder = FOLDER.resolve("tbz-" + frames);
        Path archive = folder.resolve("series.tar.bz2");
        if (!Files.exists(archive)) {
            Files.createDirectories(folder);
            List<String> command = new ArrayList<>(List.of("tar", "-cjf", archive.toString(), "-C", series.toString()));
            try (Stream<Path> files = Files.list(series)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".cbf"))
                        .sorted(Comparator.naturalOrder())
                        .forEach(command::add);
            }
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        }
        return folder;
    }
}
