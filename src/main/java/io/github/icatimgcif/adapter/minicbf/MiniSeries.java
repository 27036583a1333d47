package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.adapter.files.Findings;
import io.github.icatimgcif.adapter.files.NamedFiles;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.NumberedSeries.Range;
import io.github.icatimgcif.adapter.files.Sampling;
import io.github.icatimgcif.adapter.files.SeriesFrames;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.provenance.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** One series of files with headers of miniCBF: a part for each of its scans. */
public final class MiniSeries {

    private final NamedFiles files;
    private final NumberedSeries series;
    private final MiniDialect dialect;
    private final boolean allHeaders;
    private final Findings findings;
    private final SeriesHeaders headers;

    /**
     * A series.
     *
     * @param dialect    how a file of it is read
     * @param allHeaders whether every header is read, also of a long series whose sampled headers agree
     */
    public MiniSeries(
            NamedFiles files, NumberedSeries series, MiniDialect dialect, boolean allHeaders, Findings findings) {
        this.files = files;
        this.series = series;
        this.dialect = dialect;
        this.allHeaders = allHeaders;
        this.findings = findings;
        this.headers = new SeriesHeaders(files, series, dialect);
    }

    /**
     * What it says, scan by scan.
     *
     * @throws NotUsable if nothing true can be said of it
     */
    public List<RawPart> read() {
        List<Stretch> stretches = stretches();
        MiniFrame first = stretches.get(0).first();
        Optional<Compression> compression = compression();
        gaps();
        conflictingAngles(first);
        return stretches.stream()
                .map(stretch -> part(stretch, compression, stretches.size() > 1))
                .toList();
    }

    private List<Stretch> stretches() {
        if (!allHeaders) {
            headers.read(Sampling.of(series));
            if (headers.damaged().isEmpty() && headers.frames().size() < series.count()) {
                Optional<List<Stretch>> regular =
                        Stretches.ofSamples(series.ranges(), SettledAxes.of(headers.frames(), subject(), findings));
                if (regular.isPresent()) {
                    findings.note(
                            subject(),
                            "the headers of " + headers.frames().size() + " of " + series.count()
                                    + " files were read; they agree on regular steps");
                    return regular.get();
                }
                headers.read(series.numbers().boxed().toList());
                findings.note(
                        subject(), "its files are not one regular scan; all " + series.count() + " headers were read");
            }
        }
        headers.read(series.numbers().boxed().toList());
        damaged();
        SortedMap<Integer, MiniFrame> settled = SettledAxes.of(headers.frames(), subject(), findings);
        return Stretches.ofAll(List.copyOf(settled.values()));
    }

    private void damaged() {
        if (headers.frames().isEmpty()) {
            throw new NotUsable(
                    subject(), "none of its " + series.count() + " files is a " + dialect.label() + " with pixels");
        }
        if (!headers.damaged().isEmpty()) {
            findings.warning(
                    subject(),
                    headers.damaged().size() + " files are empty, cut off or no " + dialect.label()
                            + ", and are left out: "
                            + listed(
                                    headers.damaged().stream().map(series::name).toList()));
        }
    }

    private void gaps() {
        if (!series.gaps().isEmpty()) {
            int missing = series.gaps().stream().mapToInt(Range::count).sum();
            findings.warning(
                    subject(),
                    missing + " numbers between " + series.first() + " and " + series.last() + " have no file: "
                            + listed(series.gaps().stream().map(Range::toString).toList())
                            + "; each range is a scan of its own");
        }
    }

    private static String listed(List<String> names) {
        return names.stream().limit(5).collect(Collectors.joining(", ")) + (names.size() > 5 ? " ..." : "");
    }

    private Optional<Compression> compression() {
        Set<Optional<Compression>> kinds =
                headers.frames().values().stream().map(MiniFrame::compression).collect(Collectors.toSet());
        if (kinds.size() > 1) {
            throw new NotUsable(
                    subject(),
                    "some of its files are compressed and some are not, under names of one kind; rename them");
        }
        return kinds.iterator().next();
    }

    /** The modules of a PILATUS 12M stand in 24 rows around the sample, which no number of its header places. */
    private static DetectorStatement detector(MiniFrame first) {
        String name = first.header().detector().orElse("").toUpperCase(Locale.ROOT);
        return name.contains("PILATUS") && name.contains("12M")
                ? new DetectorStatement.Shaped(first.detector(), "24 rows of modules on a cylinder around the sample")
                : first.detector();
    }

    private void conflictingAngles(MiniFrame first) {
        String spindle = first.spindle().name();
        first.header()
                .number("Start_angle")
                .ifPresent(start -> first.header()
                        .number(spindle)
                        .filter(own -> Math.abs(own.subtract(start).doubleValue()) > 1e-3)
                        .ifPresent(own -> findings.warning(
                                subject(),
                                "Start_angle is " + start + " and " + spindle + ", the axis that turns, " + own
                                        + "; Start_angle is used")));
    }

    private RawPart part(Stretch stretch, Optional<Compression> compression, boolean several) {
        String name = several ? subject() + ", " + numbers(stretch) : subject();
        MiniFrame first = stretch.first();
        NumberedSeries frames = new NumberedSeries(series.prefix(), series.width(), series.suffix(), stretch.ranges());
        FrameLocations locations = SeriesFrames.of(files.files(), frames, dialect.format(), compression);
        return new RawPart(
                name,
                detector(first),
                first.saysHowItTurns() ? first.spindle().statement() : new GoniometerStatement.Silent(),
                List.of(new Scan("SCAN1", stretch.settings(), locations)),
                first.bitDepth(),
                readings(first));
    }

    private List<Reading> readings(MiniFrame first) {
        List<Reading> readings = new ArrayList<>(new MiniReadings(first.header(), subject(), findings).read());
        CountConvention.leastCount(first).ifPresent(readings::add);
        return readings;
    }

    private static String numbers(Stretch stretch) {
        List<Range> ranges = new ArrayList<>(stretch.ranges());
        return new Range(ranges.get(0).first(), ranges.get(ranges.size() - 1).last()).toString();
    }

    private String subject() {
        return series.count() == 1 ? series.name(series.first()) : series.template();
    }
}
