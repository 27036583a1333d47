package io.github.icatimgcif.cif;

import java.math.BigDecimal;
import java.text.Normalizer;

/** How one value is spelled, whatever it holds, so that CIF 1.1 and CIF 2.0 readers find the same value and its end. */
final class CifText {

    /** CIF allows lines of 2048 characters; a few are left for indents and delimiters. */
    static final int LONGEST_LINE = 2000;

    private static final String PREFIX = "> ";

    private static final int LONGEST_RESERVED = "global".length();

    private CifText() {}

    /**
     * The value as it stands in the file. A text field begins with a line feed and ends with one; everything else is one word
     * without line feeds.
     */
    static String of(CifValue value) {
        if (value instanceof CifValue.Decimal decimal) {
            return number(decimal.number());
        }
        if (value instanceof CifValue.Text text) {
            return text(ascii(text.text()));
        }
        if (value instanceof CifValue.Exact exact) {
            return text(exact.text());
        }
        if (value instanceof CifValue.Recorded recorded) {
            return recorded.spelling();
        }
        if (value instanceof BinarySection) {
            throw new IllegalArgumentException("a binary section is read, not written");
        }
        return value == CifValue.UNKNOWN ? "?" : ".";
    }

    private static String number(BigDecimal number) {
        int exponent = number.precision() - number.scale();
        return exponent > 18 || exponent < -12 ? number.toString() : number.toPlainString();
    }

    private static String text(String text) {
        if (isBare(text)) {
            return text;
        }
        boolean oneLine = text.indexOf('\n') < 0 && text.length() < LONGEST_LINE;
        if (oneLine && text.indexOf('\'') < 0) {
            return "'" + text + "'";
        }
        if (oneLine && text.indexOf('"') < 0) {
            return '"' + text + '"';
        }
        return textField(text);
    }

    /** Words that need no quotes in either version of CIF: no delimiter, bracket, reserved word, blank, and no number. */
    private static boolean isBare(String text) {
        if (text.isEmpty() || text.length() > LONGEST_LINE || !isWordStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isWordStart(c) && "_.+-:%=&~@?".indexOf(c) < 0) {
                return false;
            }
        }
        return !isReserved(text) && !BareValue.looksLikeNumber(text);
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '/';
    }

    private static boolean isReserved(String text) {
        int underscore = text.indexOf('_');
        if (underscore < 0 || underscore > LONGEST_RESERVED) {
            return false;
        }
        return switch (text.substring(0, underscore + 1).toLowerCase(java.util.Locale.ROOT)) {
            case "data_", "save_", "loop_", "stop_", "global_" -> true;
            default -> false;
        };
    }

    /** A field between semicolons; the prefix and folding protocols of CIF 2.0 where a plain one could be misread. */
    private static String textField(String text) {
        boolean plain = text.lines().allMatch(line -> line.length() < LONGEST_LINE && !line.startsWith(";"))
                && !text.lines().findFirst().orElse("").stripTrailing().endsWith("\\")
                && !BinaryBytes.looksLikeSection(text);
        if (plain) {
            return "\n;" + text + "\n;\n";
        }
        StringBuilder field = new StringBuilder("\n;").append(PREFIX).append("\\\\\n");
        for (String line : text.split("\n", -1)) {
            int from = 0;
            while (line.length() - from > LONGEST_LINE - 8) {
                field.append(PREFIX).append(line, from, from + LONGEST_LINE - 8).append("\\\n");
                from += LONGEST_LINE - 8;
            }
            field.append(PREFIX).append(line, from, line.length());
            // A line that ends in a backslash would be taken for a folded one: fold it, and go on with nothing.
            field.append(line.stripTrailing().endsWith("\\") ? "\\\n" + PREFIX + "\n" : "\n");
        }
        return field.append(";\n").toString();
    }

    /** Whether CIF 2.0 allows each character of the text, and readers find each again. */
    static boolean isWritable(String text) {
        return isAscii(text) || text.codePoints().allMatch(CifText::isWritable);
    }

    /** What the standard allows, but for the carriage return, which readers take for the end of a line. */
    private static boolean isWritable(int character) {
        boolean isNoncharacter = (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        boolean isByteOrderMark = character == 0xFEFF;
        boolean isSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character == '\t'
                || character == '\n'
                || !(Character.isISOControl(character) || isNoncharacter || isByteOrderMark || isSurrogate);
    }

    /** The text in ASCII: accents by CIF's own codes, everything else beyond ASCII as a numbered character. */
    static String ascii(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder();
        String composed = Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        composed.codePoints()
                .forEach(c -> ascii.append(c >= ' ' && c <= '~' || c == '\n' ? Character.toString(c) : coded(c)));
        return ascii.toString();
    }

    // A plain loop: every value of every row comes through here.
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && c != '\n') {
                return false;
            }
        }
        return true;
    }

    private static String coded(int character) {
        if (character == '\t' || character == 0xA0) {
            return " ";
        }
        String accented = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD);
        if (accented.length() == 2 && accented.charAt(0) <= '~') {
            int mark = "\u0300\u0301\u0302\u0303\u0308\u0327\u030a".indexOf(accented.charAt(1));
            if (mark >= 0) {
                return "\\" + "`'^~\",%".charAt(mark) + accented.charAt(0);
            }
        }
        return switch (character) {
            case 0xB5, 0x3BC -> "\\m";
            case 0xB0 -> "\\%";
            case 0x2010, 0x2011, 0x2013 -> "-";
            case 0xD7 -> "\\times";
            default -> Character.isISOControl(character) ? " " : "&#x" + Integer.toHexString(character) + ";";
        };
    }
}
