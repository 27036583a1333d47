package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.Presence;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the original asks of the places that the URIs lead to, after the tests of the text and without {@code -n}. Archives: each
 * URI answers. No archive, on a disk, also as copies (option {@code -l}): any file is there. No archive, on a host: the first file can be brought.
 *
 * <p>Its name is printed by the version of 2025-03-07. Where the original ends with an error instead of a verdict, which is an exit
 * code of 1 as well, the test fails and says so. The original names the archive with its temporary folder after "Unable to access",
 * here it is the URI. A redirect is followed, while the original takes it for an answer. What may not be asked for, rsync above all,
 * is told and does not make the test fail.
 */
final class ArchivesAccessible implements OriginalTest {

    static final String NAME = "All archives are accessible";

    private static final String CATEGORY = "_array_data_external_data.";
    private static final Set<String> ARCHIVES = Set.of("TBZ", "TGZ", "TXZ", "TAR", "ZIP");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final String ON_DISK = "file";
    private static final int MOST_UNANSWERED = 3;

    private final StoredFiles files;

    /**
     * The test.
     *
     * @param files what stands for the hosts and disks
     */
    ArchivesAccessible(StoredFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        if (!block.has(CATEGORY + "uri")) {
            ends(messages, "no item " + CATEGORY + "uri");
            return;
        }
        Optional<String> mixture = mixture(block);
        if (mixture.isPresent()) {
            ends(messages, mixture.get());
            return;
        }
        Set<String> uris = distinct(block, "uri");
        Set<String> schemes = schemes(uris);
        Set<String> archives = archives(block);
        if (ARCHIVES.contains(archives.iterator().next())) {
            eachAnswers(uris, messages);
        } else if (schemes.contains(ON_DISK) || files.areHere()) {
            anyIsThere(uris, messages);
        } else {
            firstCanBeBrought(uris.iterator().next(), messages);
        }
    }

    /** What the URIs of a block are too different for, so that the original ends before it asks for any; empty if nothing is. */
    static Optional<String> mixture(OriginalBlock block) {
        Set<String> uris = block.has(CATEGORY + "uri") ? distinct(block, "uri") : Set.of();
        if (uris.contains("?") || uris.contains(".")) {
            return Optional.of("a row without a URI");
        }
        Set<String> schemes = schemes(uris);
        if (schemes.size() > 1) {
            return Optional.of("More than one URI scheme present in file: " + Listed.of(schemes));
        }
        Set<String> archives = archives(block);
        return archives.size() > 1
                ? Optional.of("More than one archive type present in file: " + Listed.of(archives))
                : Optional.empty();
    }

    private static Set<String> schemes(Set<String> uris) {
        Set<String> schemes = new LinkedHashSet<>();
        uris.forEach(uri -> schemes.add(scheme(uri)));
        return schemes;
    }

    private static Set<String> archives(OriginalBlock block) {
        return block.has(CATEGORY + "archive_format") ? distinct(block, "archive_format") : Set.of(".");
    }

    private void eachAnswers(Set<String> uris, Messages messages) {
        int silentInARow = 0;
        for (String uri : asked(uris, messages)) {
            Presence presence = files.presence(uri);
            silentInARow = presence instanceof Presence.Unanswered ? silentInARow + 1 : 0;
            judge(uri, presence, messages);
            if (silentInARow == MOST_UNANSWERED) {
                messages.pass("WARNING: nobody answered " + MOST_UNANSWERED
                        + " times in a row; further URIs were not asked for");
                return;
            }
        }
    }

    private void anyIsThere(Set<String> uris, Messages messages) {
        for (String uri : uris) {
            if (files.presence(uri) instanceof Presence.There) {
                return;
            }
        }
        String first = uris.iterator().next();
        judge(first, files.presence(first), messages);
    }

    private void firstCanBeBrought(String uri, Messages messages) {
        if (files.presence(uri) instanceof Presence.NotAsked notAsked) {
            notAsked(uri, notAsked, messages);
            return;
        }
        try (StoredFile file = files.open(uri)) {
            if (!file.path().toFile().isFile()) {
                ends(messages, uri + " is no file");
            }
        } catch (NotStored e) {
            ends(messages, String.valueOf(e.getMessage()));
        }
    }

    private static void judge(String uri, Presence presence, Messages messages) {
        if (presence instanceof Presence.NotAsked notAsked) {
            notAsked(uri, notAsked, messages);
        } else if (!(presence instanceof Presence.There)) {
            messages.fail("Unable to access " + uri);
        }
    }

    private static void notAsked(String uri, Presence.NotAsked notAsked, Messages messages) {
        messages.pass("WARNING: " + uri + " was not asked for: " + notAsked.why());
    }

    /** As many as may be asked; that they are not all is told, and is none of the original's messages. */
    private List<String> asked(Set<String> uris, Messages messages) {
        if (uris.size() <= files.mostAsked()) {
            return List.copyOf(uris);
        }
        messages.pass("WARNING: of " + uris.size() + " URIs only the first " + files.mostAsked() + " were asked for");
        return new ArrayList<>(uris).subList(0, files.mostAsked());
    }

    /** Where the original ends without a verdict. */
    private static void ends(Messages messages, String why) {
        messages.fail(why);
        messages.fail("checkImgCIF ends with an error here");
    }

    private static Set<String> distinct(OriginalBlock block, String object) {
        return block.distinct(CATEGORY + object);
    }

    /** Relative URIs are on the disk that the imgCIF is on. */
    private static String scheme(String uri) {
        Matcher matcher = SCHEME.matcher(uri);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : ON_DISK;
    }
}
