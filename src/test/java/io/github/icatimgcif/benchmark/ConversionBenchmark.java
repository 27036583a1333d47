package io.github.icatimgcif.benchmark;

import io.github.icatimgcif.conversion.Description.Result.Described;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.cli.LocalConversion;
import io.github.icatimgcif.wiring.LocalStages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One conversion in a warm process, from the configuration and the master file to the last byte of the imgCIF, which is
 * thrown away. {@link BenchmarkRun} tells how to run it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 3)
public class ConversionBenchmark {

    /** Folder or master file of a dataset. */
    @Param("")
    public String master = "";

    private Path location = Path.of("");

    /** Finds the place of the dataset. */
    @Setup
    public void locate() {
        location = Path.of(master).toAbsolutePath().normalize();
    }

    /** All stages, made anew as for each command. */
    @Benchmark
    public int fromConfigurationToLastByte() throws IOException {
        LocalConversion.Stages stages = new LocalStages()
                .stages(new LocalConversion.Wish(
                        location,
                        location.resolveSibling("none.cif"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Path.of("config"),
                        false));
        if (stages.description().describe(dataset(), Patience.NONE, Milestones.UNHEARD)
                instanceof Described described) {
            described.verdict().writeTo(OutputStream.nullOutputStream(), LocalDate.EPOCH);
            return described.verdict().rows();
        }
        throw new IllegalStateException("no imgCIF can be made of " + location + ", so there is nothing to measure");
    }

    private StoredDataset dataset() {
        return new StoredDataset(
                "benchmark",
                "",
                "",
                location.toString(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
