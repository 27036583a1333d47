package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the raw data of a dataset, and tells those that are still to come from those that will never. */
final class RawSearch {

    private static final int NAMED_FOLDERS = 3;

    private final List<RawFormat> formats;
    private final StoredData storage;
    private final Archive archive;

    /** A search for these formats, in this order. */
    RawSearch(List<RawFormat> formats, StoredData storage, Archive archive) {
        this.formats = List.copyOf(formats);
        this.storage = storage;
        this.archive = archive;
    }

    /**
     * The dataset that is wanted, and what is known of it besides its raw data.
     *
     * @param findings are added to
     */
    record Wanted(
            StoredDataset dataset, Optional<CatalogueEntry> entry, List<Reading> readings, List<Finding> findings) {}

    /** The dataset with its raw data, or why not. */
    Collecting search(Wanted wanted, Patience patience) {
        String location = wanted.dataset().location();
        try {
            Path path = Path.of(location);
            return path.isAbsolute()
                    ? at(path, wanted, patience)
                    : unusable(
                            wanted,
                            false,
                            "location",
                            "'" + path + "' is not absolute; give the whole path of the data");
        } catch (InvalidPathException e) {
            return unusable(wanted, false, "location", "'" + location + "' is no path: " + e.getReason());
        }
    }

    private Collecting at(Path location, Wanted wanted, Patience patience) {
        if (!storage.isThere(location)) {
            return notThere(wanted, patience, "there is nothing at " + location + " (yet)");
        }
        List<String> lookedFor = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            RawReading reading = formats.get(i).read(location);
            if (reading instanceof RawReading.RawDataset raw) {
                Optional<Collecting> late = late(raw, location, wanted, patience);
                if (late.isPresent()) {
                    return late.get();
                }
                wanted.findings().addAll(raw.findings());
                wanted.findings()
                        .addAll(new OtherFormats(formats.subList(i + 1, formats.size())).beside(raw, location));
                return new Collecting.Ready(new Collected(
                        wanted.dataset(), wanted.entry(), raw.parts(), wanted.readings(), wanted.findings()));
            }
            if (reading instanceof RawReading.Unusable damaged) {
                return damaged(damaged, location, wanted, patience);
            }
            lookedFor.add(((RawReading.Absent) reading).lookedFor());
        }
        String nothing = "no raw data of a known format at " + location + ": " + String.join("; ", lookedFor);
        return patience.lastsFor(WaitsFor.DATA)
                ? notThere(wanted, patience, nothing)
                : unusable(wanted, true, "raw data", nothing + foldersIn(location));
    }

    /** The images may lie one folder lower: then each folder is a dataset of its own, and whoever asked named the one above. */
    private String foldersIn(Path location) {
        List<String> folders = storage.foldersIn(location);
        if (folders.isEmpty()) {
            return "";
        }
        String more = folders.size() > NAMED_FOLDERS ? " and " + (folders.size() - NAMED_FOLDERS) + " more" : "";
        return "; folders in it are not looked into, name the one with the images: "
                + String.join(", ", folders.subList(0, Math.min(NAMED_FOLDERS, folders.size()))) + more;
    }

    /** Whether more of the data may come than is there, and is to be waited for. */
    private Optional<Collecting> late(RawReading.RawDataset raw, Path location, Wanted wanted, Patience patience) {
        Optional<String> less = raw.missing().stream().findFirst().or(() -> fewerThanAnnounced(raw, wanted));
        if (patience.lastsFor(WaitsFor.END_OF_WRITING)) {
            Optional<String> why =
                    less.or(() -> storage.beingWritten(lastFiles(raw)).map(RawSearch::writing));
            return why.map(reason -> new Collecting.NotThereYet(WaitsFor.END_OF_WRITING, reason, wanted.entry()));
        }
        Optional<Collecting> stillComing = less.flatMap(reason -> stillComing(reason, location, wanted, patience));
        if (stillComing.isPresent()) {
            return stillComing;
        }
        if (!raw.missing().isEmpty() && !patience.equals(Patience.NONE)) {
            wanted.findings()
                    .add(Finding.warning(
                            "raw data",
                            "not all of them came within " + patience.deadline(WaitsFor.END_OF_WRITING)
                                    + "; those that are there are described, as of a scan that was aborted"));
        }
        return Optional.empty();
    }

    /** A transfer may begin long after the announcement, and data may come back from tape file by file. */
    private Optional<Collecting> stillComing(String less, Path location, Wanted wanted, Patience patience) {
        Collecting onTape = notThere(wanted, patience, less);
        if (onTape instanceof Collecting.NotThereYet waits
                && waits.what() == WaitsFor.TAPE
                && patience.lastsFor(WaitsFor.TAPE)) {
            return Optional.of(onTape);
        }
        // Who writes other things there goes on for ever: no longer than for data that do not come at all.
        boolean isComing = patience.lastsFor(WaitsFor.DATA)
                && storage.hasChangedWithin(location, patience.deadline(WaitsFor.END_OF_WRITING));
        return isComing
                ? Optional.of(new Collecting.NotThereYet(WaitsFor.DATA, less + "; more came of late", wanted.entry()))
                : Optional.empty();
    }

    private Collecting damaged(RawReading.Unusable damaged, Path location, Wanted wanted, Patience patience) {
        if (!damaged.missing().isEmpty() && patience.lastsFor(WaitsFor.DATA)) {
            return notThere(wanted, patience, damaged.missing().get(0));
        }
        if (patience.lastsFor(WaitsFor.END_OF_WRITING)) {
            Optional<Path> writing = storage.beingWrittenAt(location);
            if (writing.isPresent()) {
                return new Collecting.NotThereYet(WaitsFor.END_OF_WRITING, writing(writing.get()), wanted.entry());
            }
        }
        wanted.findings().addAll(damaged.findings());
        return new Collecting.Unusable(wanted.findings(), !damaged.missing().isEmpty(), wanted.entry());
    }

    /** What is not on disk may be on tape. */
    private Collecting notThere(Wanted wanted, Patience patience, String why) {
        Archive.Stored stored = patience.equals(Patience.NONE)
                ? Archive.Stored.UNKNOWN
                : wanted.entry().map(archive::whereIs).orElse(Archive.Stored.UNKNOWN);
        return switch (stored) {
            case ARCHIVED -> new Collecting.NotThereYet(WaitsFor.TAPE, "the data are on tape; " + why, wanted.entry());
            case RESTORING ->
                new Collecting.NotThereYet(
                        WaitsFor.TAPE, "the data are being restored from tape; " + why, wanted.entry());
            case ONLINE, UNKNOWN -> new Collecting.NotThereYet(WaitsFor.DATA, why, wanted.entry());
        };
    }

    /** What the event or the catalogue announced; of several numbers the smallest, as the others may count something else. */
    private static Optional<String> fewerThanAnnounced(RawReading.RawDataset raw, Wanted wanted) {
        long frames = raw.parts().stream()
                .flatMap(part -> part.scans().stream())
                .mapToLong(scan -> scan.frames().count())
                .sum();
        return wanted.readings().stream()
                .filter(reading -> reading.term().name().equals("MX_numberOfImages"))
                .flatMap(reading -> count(reading.text()).stream())
                .min(Long::compare)
                .filter(announced -> announced > frames)
                .map(announced ->
                        announced + " images were announced (MX_numberOfImages) and " + frames + " are there");
    }

    private static Optional<Long> count(String text) {
        String number = text.strip();
        return number.matches("\\d{1,9}(\\.0+)?")
                ? Optional.of(Long.valueOf(number.split("\\.")[0]))
                : Optional.empty();
    }

    /** The files that are written last, a few even of a long series. */
    private static List<Path> lastFiles(RawReading.RawDataset raw) {
        Set<Path> files = new LinkedHashSet<>();
        for (RawPart part : raw.parts()) {
            Scan last = part.scans().get(part.scans().size() - 1);
            List<FrameLocations.Run> runs = last.frames().runs();
            FrameLocations.Run run = runs.get(runs.size() - 1);
            files.add(run.at(run.count() - 1).file());
        }
        return List.copyOf(files);
    }

    private static String writing(Path file) {
        return file + " was written to a moment ago; more may follow";
    }

    private static Collecting unusable(Wanted wanted, boolean isGone, String subject, String message) {
        wanted.findings().add(Finding.error(subject, message));
        return new Collecting.Unusable(wanted.findings(), isGone, wanted.entry());
    }
}
