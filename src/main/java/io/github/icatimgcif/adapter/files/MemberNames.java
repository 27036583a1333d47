package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges the members of one archive by name and type. What no honest archive of frames holds is passed over and told; what
 * makes a path inside the archive mean two things is refused.
 */
final class MemberNames {

    private static final int EXAMPLES = 3;

    private final String archive;
    private final Limits limits;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Passed> passed = new LinkedHashMap<>();
    private int members;
    private long characters;

    MemberNames(String archive, Limits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    private static final class Passed {
        private final List<String> examples = new ArrayList<>();
        private int count;
    }

    /**
     * Whether a member is a file that may be linked to. Folders are not.
     *
     * @param what the type of the member, as in {@code a symbolic link}; "" for a regular file
     */
    boolean admits(String name, boolean folder, String what) {
        members++;
        if (members > limits.mostFiles()) {
            throw new FilesUnusable(
                    archive,
                    "has more than " + limits.mostFiles()
                            + " members, more than a dataset has or than fit into memory: unpack it, or give Java more"
                            + " memory (-Xmx)");
        }
        characters += name.length();
        if (characters > limits.mostNames()) {
            throw new FilesUnusable(
                    archive,
                    "has names of more than " + limits.mostNames() + " characters in all, more than fit into memory:"
                            + " pack the dataset under shorter names, or give Java more memory (-Xmx)");
        }
        if (folder) {
            return false;
        }
        if (!what.isEmpty()) {
            return pass("is " + what, name);
        }
        if (name.isBlank() || name.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == 0xfffd)) {
            return pass("has a name that is no path", name);
        }
        if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
            return pass("has an absolute path", name);
        }
        if (List.of(name.split("/", -1)).contains("..")) {
            return pass("has a path that leaves the archive (..)", name);
        }
        if (!seen.add(name)) {
            throw new FilesUnusable(
                    archive,
                    "holds " + name + " twice, so a link to it would mean either: pack the archive anew with each file"
                            + " once");
        }
        return true;
    }

    /** Notes a member that holds other members. */
    void nested(String name, FileKind kind) {
        pass("is itself a " + kind.label() + ", and no link can lead into an archive inside an archive", name);
    }

    private boolean pass(String why, String name) {
        Passed group = passed.computeIfAbsent(why, key -> new Passed());
        group.count++;
        if (group.examples.size() < EXAMPLES && !group.examples.contains(printable(name))) {
            group.examples.add(printable(name));
        }
        return false;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        passed.forEach((why, group) -> findings.add(Finding.warning(
                archive,
                (group.count == 1 ? "a member " : group.count + " members, each of which ")
                        + why + ", passed over: " + String.join(", ", group.examples)
                        + (group.count > group.examples.size() ? " ..." : ""))));
        return findings;
    }

    private static String printable(String name) {
        String text = name.replaceAll("[^\\x20-\\x7e]", "?");
        return "'" + (text.length() > 80 ? text.substring(0, 80) + "..." : text) + "'";
    }
}
