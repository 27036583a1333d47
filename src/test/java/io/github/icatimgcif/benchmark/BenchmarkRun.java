package io.github.icatimgcif.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures warm conversions of given datasets, only when it is asked for by name; no build judges by the clock.
 *
 * <pre>
 *   mvn test -Dtest=BenchmarkRun -Dbenchmark.masters=/data/a/a_master.h5,/data/b/b_master.h5
 * </pre>
 *
 * The figures stand at the end of what it prints, a median (p0.50) among them, in milliseconds for one conversion. A cold
 * conversion, the Java machine included, is measured from outside, the second time and later:
 *
 * <pre>
 *   /usr/bin/time -v bin/imgcif convert /data/a/a_master.h5 -o /tmp/a.cif
 *   /usr/bin/time -v java -jar target/quarkus-app/quarkus-run.jar convert /data/a/a_master.h5 -o /tmp/a.cif
 * </pre>
 *
 * A master of any number of frames is soon made; {@code JDK_JAVA_OPTIONS=-Xmx64m} limits the memory of a cold conversion, and
 * {@code -Dbenchmark.heap=64m} that of a warm one.
 */
final class BenchmarkRun {

    @Test
    void warmConversionsOfTheGivenMasters() throws RunnerException {
        String masters = System.getProperty("benchmark.masters", "");
        Assumptions.assumeFalse(
                masters.isEmpty(), "SKIPPED: -Dbenchmark.masters=PATH[,PATH...] must say which datasets to convert");
        String[] paths = masters.split(",", -1);
        for (String path : paths) {
            assertThat(Files.exists(Path.of(path))).as(path + " exists").isTrue();
        }

        var results = new Runner(new OptionsBuilder()
                        .include(ConversionBenchmark.class.getName())
                        .param("master", paths)
                        .jvmArgs("-Xmx" + System.getProperty("benchmark.heap", "512m"))
                        .shouldFailOnError(true)
                        .build())
                .run();

        assertThat(results).hasSize(paths.length);
    }
}
