package io.github.icatimgcif.entrypoint.scan;

import io.github.icatimgcif.conversion.collect.DatasetFolders.Wanted;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be scanned, as it is asked for over HTTP.
 *
 * @param proposal name of its folder ({@code mx2532}); null or absent for all that have the session
 * @param session  name of its folder, digits ({@code 20250325}); null or absent for all
 * @param dryRun   whether datasets are only to be counted; null or absent for no
 */
public record ScanWish(
        @Nullable String proposal,
        @Nullable String session,
        @Nullable Boolean dryRun) {

    /** No slash and no dot in front, so that it names a folder and no way elsewhere. */
    private static final Pattern FOLDER = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*");

    private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");

    /** What is wrong with it and what would be right; empty if nothing is. */
    Optional<String> mistake() {
        if (proposal == null && session == null) {
            return Optional.of(
                    "a scan is of a proposal or of a session: give \"proposal\", the name of its folder, as mx2532,"
                            + " or \"session\", as 20250325, or both");
        }
        if (proposal != null && !FOLDER.matcher(proposal).matches()) {
            return Optional.of("a proposal is the name of its folder, as mx2532");
        }
        if (session != null && !DIGITS.matcher(session).matches()) {
            return Optional.of("a session is the name of its folder, in digits, as 20250325");
        }
        return Optional.empty();
    }

    Wanted wanted() {
        return new Wanted(Optional.ofNullable(proposal), Optional.ofNullable(session));
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
