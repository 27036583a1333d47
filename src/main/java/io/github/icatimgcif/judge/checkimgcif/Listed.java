package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.judge.ShownText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists and rows as they are printed in messages. */
final class Listed {

    private Listed() {}

    /** {@code ['omega', 'phi']} */
    static String of(Collection<String> texts) {
        return texts.stream().map(text -> "'" + ShownText.of(text) + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@code {'_diffrn_scan_axis.scan_id': 'SCAN1', '_diffrn_scan_axis.angle_start': None}} */
    static String of(OriginalLoop.Row row) {
        List<String> objects = row.category().objects();
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < objects.size(); i++) {
            String item = "_" + row.category().name() + "." + objects.get(i);
            text.append(i == 0 ? "'" : ", '")
                    .append(item.toLowerCase(Locale.ROOT))
                    .append("': ")
                    .append(value(row.values().get(i)));
        }
        return text.append('}').toString();
    }

    private static String value(CifValue value) {
        return value.asText()
                .map(text -> "'" + ShownText.of(text) + "'")
                .orElse(value == CifValue.UNKNOWN ? "missing" : "None");
    }
}
