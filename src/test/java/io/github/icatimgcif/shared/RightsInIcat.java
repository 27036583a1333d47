package io.github.icatimgcif.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of {@code THREATS.md} that says what the user of the service may do in ICAT. */
public final class RightsInIcat {

    private static final Path PAGE = Path.of("src/docs/THREATS.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\w+) \\| (C?) ?\\| (R?) ?\\| (U?) ?\\|$");
    private static final Map<String, String> ACTIONS = Map.of("C", "CREATE", "R", "READ", "U", "UPDATE");

    private RightsInIcat() {}

    /** All of them: {@code CREATE Job}, {@code READ Dataset}, {@code UPDATE Dataset}. */
    public static Set<String> all() throws IOException {
        Set<String> rights = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            for (int column = 2; column <= row.groupCount(); column++) {
                String action = ACTIONS.get(row.group(column));
                if (action != null) {
                    rights.add(action + " " + row.group(1));
                }
            }
        }
        if (rights.isEmpty()) {
            throw new IllegalStateException(PAGE + " has no table of rights");
        }
        return rights;
    }
}
