package io.github.icatimgcif.judge.dictionary;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Numbers pairs of numbers, each once: 0, 1, 2 ... A key of several items is
 * the pair of the number of its first ones and of its last. */
final class PairTable {

    private static final long FREE = -1;

    private final long seed = ThreadLocalRandom.current().nextLong();
    private long[] pairs = newPairs(1 << 6);
    private int[] numbers = new int[1 << 6];
    private int count;

    /** The number of a pair, both of which are 0 or more. */
    int number(int first, int second) {
        long pair = (long) first << Integer.SIZE | second;
        int slot = slot(pair);
        if (pairs[slot] == FREE) {
            pairs[slot] = pair;
            numbers[slot] = count++;
            if (2 * count > pairs.length) {
                grow();
                return count - 1;
            }
        }
        return numbers[slot];
    }

    private void grow() {
        long[] oldPairs = pairs;
        int[] oldNumbers = numbers;
        pairs = newPairs(2 * oldPairs.length);
        numbers = new int[pairs.length];
        for (int i = 0; i < oldPairs.length; i++) {
            if (oldPairs[i] != FREE) {
                int slot = slot(oldPairs[i]);
                pairs[slot] = oldPairs[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    private int slot(long pair) {
        int mask = pairs.length - 1;
        int slot = (int) mixed(pair ^ seed) & mask;
        while (pairs[slot] != FREE && pairs[slot] != pair) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** A number of which each bit depends on each bit of the given one. */
    static long mixed(long number) {
        long mixed = (number ^ number >>> 32) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    private static long[] newPairs(int size) {
        long[] pairs = new long[size];
        Arrays.fill(pairs, FREE);
        return pairs;
    }
}
