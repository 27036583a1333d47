package io.github.icatimgcif.adapter.files;

import java.util.Comparator;

/** Names in the order people count: data_2 before data_10, data_000002 before data_000010. */
public final class NaturalOrder {

    /** Digits compare by value, all else letter by letter; equal only if the names are equal. */
    public static final Comparator<String> OF_NAMES = NaturalOrder::compare;

    private NaturalOrder() {}

    private static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int endLeft = endOfDigits(left, i);
            int endRight = endOfDigits(right, j);
            int order = endLeft > i && endRight > j
                    ? byValue(left, i, endLeft, right, j, endRight)
                    : Character.compare(left.charAt(i), right.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(i + 1, endLeft);
            j = Math.max(j + 1, endRight);
        }
        int rest = Integer.compare(left.length() - i, right.length() - j);
        return rest == 0 ? left.compareTo(right) : rest;
    }

    /** One past the last of the digits that begin at {@code from}; {@code from} if there is none. */
    static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    // Makes no text: a folder of 100 000 names compares 1.7 million times.
    private static int byValue(String left, int from, int end, String right, int fromRight, int endRight) {
        int i = skipZeros(left, from, end);
        int j = skipZeros(right, fromRight, endRight);
        int order = Integer.compare(end - i, endRight - j);
        while (order == 0 && i < end) {
            order = Character.compare(left.charAt(i++), right.charAt(j++));
        }
        return order;
    }

    private static int skipZeros(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }
}
