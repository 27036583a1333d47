package io.github.icatimgcif.judge.own;

import java.util.OptionalInt;

/**
 * The number of the row in which each of many keys stands first. A key is known by 64 bits of it, so that a million take 24 MB; that two of
 * them are taken for one is less likely than a fault of the memory.
 */
final class Numbered {

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private long[] keys = new long[64];
    private int[] rows = new int[64];
    private int used;

    /** A key of several texts. */
    static long key(String... texts) {
        long key = OFFSET_BASIS;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                key = (key ^ text.charAt(i)) * PRIME;
            }
            // So that "ab", "c" is another key than "a", "bc".
            key = (key ^ 0x1F0000L ^ text.length()) * PRIME;
        }
        long mixed = (key ^ key >>> 32) * MIX;
        return mixed == 0 ? 1 : mixed;
    }

    /**
     * Notes the row of a key unless the key has one already.
     *
     * @param row 1-based
     * @return the row that it had; empty if it is new
     */
    OptionalInt putIfAbsent(long key, int row) {
        if (2 * (used + 1) > keys.length) {
            grow();
        }
        int place = place(key);
        if (rows[place] != 0) {
            return OptionalInt.of(rows[place]);
        }
        keys[place] = key;
        rows[place] = row;
        used++;
        return OptionalInt.empty();
    }

    /** Whether a key has a row. */
    boolean has(long key) {
        return rows[place(key)] != 0;
    }

    /** The key's place in the table, or the free one where it would stand. */
    private int place(long key) {
        int place = (int) (key >>> 32) & keys.length - 1;
        while (rows[place] != 0 && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] before = keys;
        int[] rowsBefore = rows;
        keys = new long[2 * before.length];
        rows = new int[2 * before.length];
        for (int i = 0; i < before.length; i++) {
            if (rowsBefore[i] != 0) {
                int place = place(before[i]);
                keys[place] = before[i];
                rows[place] = rowsBefore[i];
            }
        }
    }
}
