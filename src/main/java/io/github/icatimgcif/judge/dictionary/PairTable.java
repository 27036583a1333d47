package io.github.icatimgcif.judge.dictionary;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Numbers pairs of numbers, each once: 0, 1, 2 ... A key of several items is
 * the pair of the number of its first ones and of its last. */
final class PairTable {

    private static final int FREE = -1;

    private final long seed = ThreadLocalRandom.current().nextLong();
    private int[] slots = newSlots(1 << 6); // the number of the pair that stands there
    private long[] pairs = new long[1 << 5]; // by their numbers
    private int count;

    /** The number of a pair, both of which are 0 or more. */
    int number(int first, int second) {
        long pair = (long) first << Integer.SIZE | second;
        int slot = slot(pair);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count + (count >> 1));
        }
        pairs[count] = pair;
        slots[slot] = count++;
        if (4L * count > 3L * slots.length) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        slots = newSlots(2 * slots.length);
        for (int number = 0; number < count; number++) {
            slots[slot(pairs[number])] = number;
        }
    }

    private int slot(long pair) {
        int mask = slots.length - 1;
        int slot = (int) mixed(pair ^ seed) & mask;
        while (slots[slot] != FREE && pairs[slots[slot]] != pair) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** A number of which each bit depends on each bit of the given one. */
    static long mixed(long number) {
        long mixed = (number ^ number >>> 32) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    private static int[] newSlots(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
