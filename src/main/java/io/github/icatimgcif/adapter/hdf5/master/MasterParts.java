package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Unreadable;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads all masters of a dataset: one part each, those that cannot be read told, those that describe the same frames once. */
final class MasterParts {

    /** A master that was read, and what was noticed meanwhile. */
    private record Part(Master master, RawPart part, List<Finding> findings) {}

    private final DataRoots roots;
    private final List<Part> parts = new ArrayList<>();
    private final List<Finding> failures = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /** Reads masters below the data roots. */
    MasterParts(DataRoots roots) {
        this.roots = roots;
    }

    /**
     * What the masters say.
     *
     * @param masters at least one
     * @param damaged files that could not even be recognised
     */
    RawReading read(List<Master> masters, List<Finding> damaged) {
        masters.forEach(master -> read(master, masters.size() > 1));
        if (parts.isEmpty()) {
            return new RawReading.Unusable(joined(failures.stream(), damaged.stream()), List.copyOf(missing));
        }
        List<Finding> doubled = keepEachFrameOnce();
        if (!doubled.isEmpty()) {
            return new RawReading.Unusable(doubled);
        }
        Stream<Finding> others =
                joined(failures.stream(), damaged.stream()).stream().map(MasterParts::asWarning);
        Stream<Finding> noticed = parts.stream().flatMap(part -> part.findings().stream());
        List<Finding> findings = joined(noticed, joined(notes.stream(), others).stream());
        return new RawReading.RawDataset(parts.stream().map(Part::part).toList(), findings, List.copyOf(missing));
    }

    private void read(Master master, boolean isOneOfSeveral) {
        String name = master.name();
        Findings findings = new Findings();
        try (Hdf5File file = Hdf5File.open(master.path(), roots)) {
            RawPart part = master.dialect().read(file, findings);
            parts.add(new Part(master, part, named(findings.all(), name, isOneOfSeveral)));
        } catch (NotUsable e) {
            failures.addAll(named(findings.all(), name, isOneOfSeveral));
            Finding failure = Finding.error(e.subject(), String.valueOf(e.getMessage()));
            failures.addAll(named(List.of(failure), name, isOneOfSeveral));
        } catch (Hdf5Unreadable | OutsideDataRoots e) {
            failures.add(Finding.error(name, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            // The types of the experiment refuse numbers that no instrument has, which a damaged file may well hold.
            failures.add(Finding.error(name, "holds values that cannot be: " + e.getMessage()));
        } finally {
            missing.addAll(findings.allMissing());
        }
    }

    /** Where there are several masters, a finding says of which it is. */
    private static List<Finding> named(List<Finding> findings, String name, boolean isOneOfSeveral) {
        return !isOneOfSeveral
                ? findings
                : findings.stream()
                        .map(finding ->
                                new Finding(finding.severity(), name + ":" + finding.subject(), finding.message()))
                        .toList();
    }

    private static Finding asWarning(Finding finding) {
        return finding.severity() == Severity.ERROR
                ? Finding.warning(finding.subject(), "is left out, as it cannot be described: " + finding.message())
                : finding;
    }

    /** Copies of a master, or masters of two programs for one scan, describe the same frames: the fuller one is used. */
    private List<Finding> keepEachFrameOnce() {
        if (parts.size() < 2) {
            return List.of();
        }
        List<Part> fullestFirst = new ArrayList<>(parts);
        // Of equals the one that is called a master.
        fullestFirst.sort(Comparator.comparingInt(MasterParts::fullness)
                .reversed()
                .thenComparing(part -> !part.master().name().contains("master")));
        Map<String, Part> describedBy = new HashMap<>();
        List<Finding> doubled = new ArrayList<>();
        for (Part part : fullestFirst) {
            Set<String> frames = frames(part);
            Optional<Part> other = frames.stream()
                    .map(describedBy::get)
                    .filter(Objects::nonNull)
                    .findFirst();
            if (other.isEmpty()) {
                frames.forEach(frame -> describedBy.put(frame, part));
            } else if (describedBy.keySet().containsAll(frames)) {
                parts.remove(part);
                notes.add(Finding.note(
                        part.master().name(),
                        "describes frames that " + other.get().master().name()
                                + " describes too, which says as much or more and is used"));
            } else if (other.get().master().isDefined() && !part.master().isDefined()) {
                parts.remove(part);
                notes.add(Finding.warning(
                        part.master().name(),
                        "describes frames that " + other.get().master().name()
                                + " describes too, and others, and does not say itself what it is; it is left out: move"
                                + " it into a folder of its own if it describes another scan"));
            } else {
                doubled.add(Finding.error(
                        part.master().name(),
                        "describes frames that " + other.get().master().name()
                                + " describes too, and others: which of the two is right is not known; move one away"));
            }
        }
        return doubled;
    }

    /** Frames first, then a file that says what it is, then a detector with a place, then a goniometer with directions and many axes, then facts. */
    private static int fullness(Part part) {
        int frames = part.part().scans().stream()
                .mapToInt(scan -> scan.frames().count())
                .sum();
        int defined = part.master().isDefined() ? 1 : 0;
        int placed = part.part().detector() instanceof DetectorStatement.Placed ? 1 : 0;
        int axes = part.part().goniometer() instanceof GoniometerStatement.Stated stated
                ? stated.axes().axes().size()
                : 0;
        int facts = Math.min(99, part.part().readings().size());
        return (((Math.min(frames, 100_000) * 2 + defined) * 2 + placed) * 20 + Math.min(axes, 19)) * 100 + facts;
    }

    private static Set<String> frames(Part part) {
        Set<String> frames = new HashSet<>();
        part.part().scans().forEach(scan -> scan.frames().runs().forEach(run -> addFrames(run, frames)));
        return frames;
    }

    private static void addFrames(FrameLocations.Run run, Set<String> frames) {
        for (int i = 0; i < run.count(); i++) {
            var frame = run.at(i);
            frames.add(frame.file() + " " + frame.path().orElse("") + " " + frame.index());
        }
    }

    private static List<Finding> joined(Stream<Finding> first, Stream<Finding> second) {
        Set<Finding> joined = new LinkedHashSet<>();
        Stream.concat(first, second).forEach(joined::add);
        return List.copyOf(joined);
    }
}
