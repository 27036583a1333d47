package io.github.icatimgcif.icatstub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a query, read one after the other. Strings keep their opening quote. */
final class StubTokens {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*('(?:[^']|'')*'|\\{ts [-0-9]+ [0-9:]+\\}|-?\\d+(?:\\.\\d+)?|[A-Za-z_][\\w.]*|<>|<=|>=|[=<>(),])");

    private final List<String> tokens = new ArrayList<>();
    private final String query;
    private int next;

    StubTokens(String query) {
        this.query = query;
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (end < query.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw syntaxError("cannot be read from position " + end);
            }
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
    }

    StubRefusal syntaxError(String what) {
        return StubRefusal.bad("An exception occurred while creating a query in EntityManager: \nException Description:"
                + " Syntax error parsing [" + query + "]. \n" + what);
    }

    boolean isAtEnd() {
        return next >= tokens.size();
    }

    boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (next + i >= tokens.size() || !tokens.get(next + i).equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean takes(String... words) {
        if (sees(words)) {
            next += words.length;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!takes(word)) {
            throw syntaxError("'" + word + "' expected before " + (isAtEnd() ? "the end" : tokens.get(next)));
        }
    }

    String take() {
        if (isAtEnd()) {
            throw syntaxError("A comparison expression must define the right side of the comparison.");
        }
        return tokens.get(next++);
    }
}
