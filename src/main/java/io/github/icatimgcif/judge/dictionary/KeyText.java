package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.BareValue;
import io.github.icatimgcif.cif.CifValue;
import java.math.BigDecimal;
import java.util.Locale;

/** Values as they are compared: numbers by what they say, codes in lower case, all others letter by letter. */
final class KeyText {

    private final ContentType contents;

    /** The values of an item. */
    KeyText(DictionaryItem item) {
        contents = ContentType.named(item.type().contents());
    }

    /** The value in the one spelling that stands for all that mean the same. */
    String of(String text) {
        if (contents == ContentType.CODE) {
            return text.toLowerCase(Locale.ROOT);
        }
        return contents.isNumber() && !isPlain(text) ? number(text) : text;
    }

    /** Whether it is a whole number as anybody writes it; nearly all are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && (text.charAt(0) != '0' || text.length() == 1);
    }

    private static String number(String text) {
        if (BareValue.endOfNumber(text) != text.length()) {
            return text;
        }
        CifValue number = BareValue.of(text);
        return number.asNumber().map(KeyText::shortest).orElse(text);
    }

    private static String shortest(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
