package io.github.icatimgcif.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The datasets of the dumps of releases, by what had become of them when the dump was made. */
final class ReleasedDatasets {

    static final String REGISTERED = "registered_01";
    static final String REFINED = "refined_01";
    static final String UNCHANGED = "unchanged_01";
    static final String SKIPPED = "skipped_01";
    static final String REFUSED = "refused_01";
    static final String STATED = "stated_01";
    static final String WITHDRAWN = "withdrawn_01";
    static final String FAILED = "failed_01";

    /** Its data are not there. */
    static final String WAITING = "waiting_01";

    /** Handed over to an ingester that never got the message. */
    static final String HANDED_OVER = "handed_01";

    /** Its event had not left. */
    static final String UNTOLD = "untold_01";

    static final String POSTPONED = "postponed_01";
    static final String REGISTERING = "registering_01";
    static final String CONVERTING = "converting_01";
    static final String RECEIVED = "received_01";

    /** In a catalogue of its own. */
    static final String IN_LABORATORY = "laboratory_01";

    /** Of a backlog that was under way. */
    static final int IN_BACKLOG = 5;

    private static final Path WITHOUT_DISTANCE = Path.of("src/test/resources/cbf/no_distance");

    private ReleasedDatasets() {}

    /** Those of the backlog. */
    static List<String> ofBacklog() {
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= IN_BACKLOG; number++) {
            names.add(String.format(Locale.ROOT, "back_%02d", number));
        }
        return names;
    }

    /** Those that had an imgCIF, but for the refined one, whose words name a path. */
    static List<String> made() {
        return List.of(REGISTERED, UNCHANGED, STATED, UNTOLD, IN_LABORATORY);
    }

    /** Those that a service goes on with. */
    static List<String> unfinished() {
        List<String> names =
                new ArrayList<>(List.of(WAITING, HANDED_OVER, POSTPONED, REGISTERING, CONVERTING, RECEIVED));
        names.addAll(ofBacklog());
        return names;
    }

    /** Where one lies. */
    static PlayedDataset at(Path home, String name) {
        return new PlayedDataset(name, home.resolve("data/mx2463/RAW_DATA").resolve(name));
    }

    /** Stores its raw files. */
    static PlayedDataset stored(Path home, String name) throws IOException {
        PlayedDataset dataset = at(home, name);
        if (List.of(REFUSED, STATED, WITHDRAWN).contains(name)) {
            return PlayedDataset.copiedFrom(WITHOUT_DISTANCE, dataset.location());
        }
        PlayedDataset stored = PlayedDataset.storedAt(dataset.location());
        if (name.equals(FAILED)) {
            Files.writeString(dataset.imgCif(), "somebody's own notes\n");
        }
        return stored;
    }
}
