package io.github.icatimgcif.backlog;

/**
 * A pattern of locations: {@code ?} is a character and {@code *} any number of them within one folder, {@code **} any number across
 * folders. Whether case counts is not asked: it does.
 *
 * @param text the pattern, absolute: {@code /data/visitor/mx2405/**}{@code /run_0?_datacollection}
 */
public record PathGlob(String text) {

    private static final int LONGEST = 1000;

    /** @throws IllegalArgumentException if it is not absolute or too long; says what would be right */
    public PathGlob {
        if (!text.startsWith("/") || text.length() > LONGEST) {
            throw new IllegalArgumentException("a path pattern is absolute and has at most " + LONGEST
                    + " characters, as /data/visitor/mx2405/**");
        }
    }

    /** What every location that matches begins with. */
    public String literalBeginning() {
        int wild = 0;
        while (wild < text.length() && text.charAt(wild) != '*' && text.charAt(wild) != '?') {
            wild++;
        }
        return text.substring(0, wild);
    }

    /** Whether a location is one of them. Takes time in proportion to both lengths, whatever the pattern. */
    public boolean matches(String location) {
        // Which beginnings of the location the pattern so far can have used up.
        boolean[] used = new boolean[location.length() + 1];
        used[0] = true;
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '*') {
                boolean acrossFolders = at + 1 < text.length() && text.charAt(at + 1) == '*';
                at += acrossFolders ? 1 : 0;
                anyNumber(used, location, acrossFolders);
            } else {
                single(used, location, one);
            }
        }
        return used[location.length()];
    }

    private static void anyNumber(boolean[] used, String location, boolean acrossFolders) {
        for (int i = 0; i < location.length(); i++) {
            if (used[i] && (acrossFolders || location.charAt(i) != '/')) {
                used[i + 1] = true;
            }
        }
    }

    private static void single(boolean[] used, String location, char one) {
        for (int i = location.length(); i > 0; i--) {
            char other = location.charAt(i - 1);
            used[i] = used[i - 1] && (one == '?' ? other != '/' : one == other);
        }
        used[0] = false;
    }
}
