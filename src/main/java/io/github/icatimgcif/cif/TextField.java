package io.github.icatimgcif.cif;

import java.util.Optional;

/** Takes back what was done to a text so that it fits between semicolons: prefixed lines and folded lines. */
final class TextField {

    private TextField() {}

    /**
     * What a text field says.
     *
     * @param raw      what stands between its semicolons
     * @param version2 whether the file is CIF 2.0, which knows prefixes too; CIF 1.1 has folded lines only
     */
    static String content(String raw, boolean version2) {
        int end = raw.indexOf('\n');
        String first = (end < 0 ? raw : raw.substring(0, end)).stripTrailing();
        if (!first.endsWith("\\")) {
            return raw;
        }
        boolean folded = first.equals("\\") || first.endsWith("\\\\");
        String prefix = first.substring(0, Math.max(0, first.length() - (first.endsWith("\\\\") ? 2 : 1)));
        if (prefix.indexOf('\\') >= 0 || prefix.isEmpty() && !first.equals("\\") || !prefix.isEmpty() && !version2) {
            return raw;
        }
        String rest = end < 0 ? "" : raw.substring(end + 1);
        return withoutPrefix(rest, prefix)
                .map(lines -> folded ? unfolded(lines) : lines)
                .orElse(raw);
    }

    /** Empty if a line does not begin with the prefix: then the field is what it looks like. */
    private static Optional<String> withoutPrefix(String text, String prefix) {
        if (prefix.isEmpty()) {
            return Optional.of(text);
        }
        StringBuilder lines = new StringBuilder(text.length());
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            String line = text.substring(from, end < 0 ? text.length() : end);
            if (!line.startsWith(prefix)) {
                return Optional.empty();
            }
            lines.append(line, prefix.length(), line.length());
            if (end < 0) {
                break;
            }
            lines.append('\n');
            from = end + 1;
        }
        return Optional.of(lines.toString());
    }

    private static String unfolded(String text) {
        StringBuilder unfolded = new StringBuilder(text.length());
        int from = 0;
        while (true) {
            int end = text.indexOf('\n', from);
            String line = text.substring(from, end < 0 ? text.length() : end);
            String stripped = line.stripTrailing();
            boolean goesOn = stripped.endsWith("\\");
            unfolded.append(goesOn ? stripped.substring(0, stripped.length() - 1) : line);
            if (end < 0) {
                return unfolded.toString();
            }
            if (!goesOn) {
                unfolded.append('\n');
            }
            from = end + 1;
        }
    }
}
