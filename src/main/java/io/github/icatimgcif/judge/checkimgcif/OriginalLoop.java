package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a loop; none if the file has no such loop. */
final class OriginalLoop {

    private final String name;
    private final Optional<Category> category;

    OriginalLoop(String name, Optional<Category> category) {
        this.name = name;
        this.category = category;
    }

    boolean isEmpty() {
        return category.isEmpty();
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        category.ifPresent(its -> its.rows().forEach(values -> rows.add(new Row(its, values))));
        return rows;
    }

    /**
     * One column.
     *
     * @throws CannotBeTested if the loop does not have it
     */
    Iterable<CifValue> column(String object) {
        return category.filter(its -> its.has(object))
                .orElseThrow(() -> new CannotBeTested("no column " + object + " in a loop of " + name))
                .column(object);
    }

    /** One row. */
    record Row(Category category, List<CifValue> values) {

        /**
         * One value.
         *
         * @throws CannotBeTested if the loop has no such column
         */
        CifValue value(String object) {
            int index = category.indexOf(object);
            if (index < 0) {
                throw new CannotBeTested("no column " + object + " in a loop of " + category.name());
            }
            return values.get(index);
        }

        /** The value as a text, nothing as {@code .} and unknown as {@code ?}. */
        String text(String object) {
            return OriginalBlock.spelling(value(object));
        }

        /**
         * The value as a text, nothing as {@code .}.
         *
         * @throws CannotBeTested if it is unknown
         */
        String knownText(String object) {
            return OriginalBlock.spelling(known(object));
        }

        /**
         * Whether the value is this text; nothing is not.
         *
         * @throws CannotBeTested if it is unknown: what is missing is neither equal nor unequal
         */
        boolean is(String object, String text) {
            return known(object).asText().filter(text::equals).isPresent();
        }

        /**
         * Whether the value is {@code .}.
         *
         * @throws CannotBeTested if it is unknown
         */
        boolean isNothing(String object) {
            return known(object) == CifValue.INAPPLICABLE;
        }

        double number(String object) {
            return JuliaNumber.parse(item(object), value(object));
        }

        long wholeNumber(String object) {
            return JuliaNumber.parseWhole(item(object), value(object));
        }

        private String item(String object) {
            return "_" + category.name() + "." + object;
        }

        private CifValue known(String object) {
            CifValue value = value(object);
            if (value == CifValue.UNKNOWN) {
                throw new CannotBeTested("unknown " + object);
            }
            return value;
        }
    }
}
