package io.github.icatimgcif.entrypoint.access;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much somebody may ask for.
 *
 * @param inAMinute       requests of a kind in a minute, which may come at once; 0 for as many as he likes
 * @param unknownSessions requests in a minute from one address with sessions that ICAT did not know; 0 for as many as he likes
 * @param mostRemembered  sessions, and addresses, of which it is remembered what they asked for
 */
public record RateSettings(Map<RequestKind, Integer> inAMinute, int unknownSessions, int mostRemembered) {

    /**
     * Takes the rates.
     *
     * @throws IllegalArgumentException if one is less than nothing
     */
    public RateSettings {
        inAMinute = Map.copyOf(new EnumMap<>(inAMinute));
        inAMinute.forEach((kind, rate) -> notNegative(kind.word(), rate));
        notNegative("unknown-sessions", unknownSessions);
        if (mostRemembered < 1) {
            throw new IllegalArgumentException("imgcif.rates.most-remembered is at least 1, not " + mostRemembered);
        }
    }

    private static void notNegative(String name, int rate) {
        if (rate < 0) {
            throw new IllegalArgumentException(
                    "imgcif.rates." + name + " is a number of requests in a minute, or 0 for no limit, not " + rate);
        }
    }
}
