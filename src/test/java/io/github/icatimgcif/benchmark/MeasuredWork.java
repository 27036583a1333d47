package io.github.icatimgcif.benchmark;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.conversion.Description.Result.Described;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.write.Writing;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.cli.LocalConversion;
import io.github.icatimgcif.judge.file.FileCheck;
import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.wiring.LocalStages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link WarmMachine} measures. */
enum MeasuredWork {
    /** From the raw data to an imgCIF that is new each time; the stages are made once, as in the service. */
    CONVERT {
        @Override
        Run on(Path place, Path folder) {
            return conversion(place, folder, false);
        }
    },

    /** The same with the header of every file of a series. */
    CONVERT_ALL_HEADERS {
        @Override
        Run on(Path place, Path folder) {
            return conversion(place, folder, true);
        }
    },

    /** A description that is there is written. */
    WRITE {
        @Override
        Run on(Path place, Path folder) {
            Path target = folder.resolve("written.cif");
            LocalConversion.Stages stages = stages(place, target, false);
            Described described = described(stages, place);
            return () -> written(stages, described, target);
        }
    },

    /** An imgCIF is read. */
    READ {
        @Override
        Run on(Path place, Path folder) {
            return () -> {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(place))) {
                    if (new CifReader(CifLimits.LARGE).read(in).isEmpty()) {
                        throw new IllegalStateException(place + " has no data block");
                    }
                    return place;
                }
            };
        }
    },

    /** An imgCIF is read and judged by our own tests. */
    JUDGE {
        @Override
        Run on(Path place, Path folder) {
            FileCheck check = new FileCheck(Tests.OWN, Optional.empty(), Evidence.NONE, CifLimits.LARGE);
            return () -> {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(place))) {
                    if (!check.check(place.toString(), in).report().isPassed()) {
                        throw new IllegalStateException(place + " does not pass");
                    }
                    return place;
                }
            };
        }
    };

    /** Does the work once and tells which file was made, or read if none is. */
    interface Run {
        Path go() throws IOException;
    }

    /** The work on a data set or an imgCIF; what it makes goes to the folder. */
    abstract Run on(Path place, Path folder);

    private static Run conversion(Path place, Path folder, boolean allHeaders) {
        Path target = folder.resolve("converted.cif");
        LocalConversion.Stages stages = stages(place, target, allHeaders);
        return () -> written(stages, described(stages, place), target);
    }

    private static Path written(LocalConversion.Stages stages, Described described, Path target) throws IOException {
        Files.deleteIfExists(target);
        Writing writing = stages.target().write(target, described.verdict());
        if (!(writing instanceof Writing.Written)) {
            throw new IllegalStateException("nothing was written: " + writing);
        }
        return target;
    }

    private static Described described(LocalConversion.Stages stages, Path place) {
        if (stages.description().describe(dataset(place), Patience.NONE, Milestones.UNHEARD)
                instanceof Described described) {
            return described;
        }
        throw new IllegalStateException("no imgCIF can be made of " + place + ", so there is nothing to measure");
    }

    private static LocalConversion.Stages stages(Path place, Path target, boolean allHeaders) {
        return new LocalStages()
                .stages(new LocalConversion.Wish(
                        place, target, Optional.empty(), Optional.empty(), List.of(), Path.of("config"), allHeaders));
    }

    private static StoredDataset dataset(Path place) {
        return new StoredDataset(
                "benchmark",
                "",
                "",
                place.toString(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
