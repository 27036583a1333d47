package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifUnreadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Numbers the values of a data block that are keys or point to others, each once: 0, 1, 2 ... Holds them as bytes. */
final class ValuePool {

    private static final long FREE = -1;

    /** What a value takes beside its bytes: its place in the table and in the list of ends. */
    private static final int ALLOWANCE = 24;

    private final long seed = ThreadLocalRandom.current().nextLong(); // no file can be made so that its values collide
    private final long mostBytes;
    private byte[] bytes = new byte[1 << 10];
    private int[] ends = new int[1 << 7];
    private long[] table = newTable(1 << 8); // of each value the upper half of its hash, and its number
    private int count;

    /** A pool of values that take no more than so many bytes. */
    ValuePool(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * The number of a value.
     *
     * @param line where it stands
     * @throws CifUnreadable if the file has more values than are held
     */
    int number(String text, int line) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        long hash = hash(value, 0, value.length);
        int slot = slot(hash, value, 0, value.length);
        if (table[slot] != FREE) {
            return (int) table[slot];
        }
        int from = end(count);
        if (from + value.length + (long) ALLOWANCE * count > mostBytes) {
            throw new CifUnreadable(
                    line,
                    "the keys and links of a data block take more than the " + mostBytes + " bytes that are held");
        }
        if (from + value.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(mostBytes, Math.max(2L * bytes.length, from + value.length)));
        }
        System.arraycopy(value, 0, bytes, from, value.length);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count] = from + value.length;
        table[slot] = entry(hash, count++);
        if (4L * count > 3L * table.length) {
            grow();
        }
        return count - 1;
    }

    /** Whether a number stands for a value, without a search for it. */
    boolean isNumber(int number, String text) {
        if (number < 0 || number >= count || ends[number] - end(number) != text.length()) {
            return false;
        }
        int from = end(number);
        for (int i = text.length() - 1; i >= 0; i--) {
            if (bytes[from + i] != text.charAt(i)) { // a byte that is no ASCII is below 0
                return false;
            }
        }
        return true;
    }

    /** The value of a number. */
    String text(int number) {
        int from = end(number);
        return new String(bytes, from, ends[number] - from, StandardCharsets.UTF_8);
    }

    private int end(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private void grow() {
        long[] old = table;
        table = newTable(2 * old.length);
        for (long entry : old) {
            if (entry != FREE) {
                int slot = slot(entry) & table.length - 1;
                while (table[slot] != FREE) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = entry;
            }
        }
    }

    /** Where in the table a value stands or would stand. */
    private int slot(long hash, byte[] value, int from, int to) {
        int mask = table.length - 1;
        int slot = slot(hash) & mask;
        while (table[slot] != FREE
                && !(entry(hash, (int) table[slot]) == table[slot] && is((int) table[slot], value, from, to))) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** By the half of the hash that the table holds, so that it grows without looking at the values. */
    private static int slot(long hash) {
        return (int) (hash >>> Integer.SIZE);
    }

    private boolean is(int number, byte[] value, int from, int to) {
        return Arrays.equals(bytes, end(number), ends[number], value, from, to);
    }

    private static long entry(long hash, int number) {
        return hash & 0xFFFFFFFF00000000L | number;
    }

    private long hash(byte[] value, int from, int to) {
        long hash = seed;
        long word = 0;
        for (int i = from; i < to; i++) {
            word = word << Byte.SIZE | value[i] & 0xFF;
            if ((i - from) % Long.BYTES == Long.BYTES - 1) {
                hash = PairTable.mixed(hash ^ word);
                word = 0;
            }
        }
        return PairTable.mixed(PairTable.mixed(hash ^ word) ^ to - from);
    }

    private static long[] newTable(int size) {
        long[] table = new long[size];
        Arrays.fill(table, FREE);
        return table;
    }
}
