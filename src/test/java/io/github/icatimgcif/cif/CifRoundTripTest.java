package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever block is written is read back as it was. */
final class CifRoundTripTest {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aBlockIsReadBackAsItWasWritten(@ForAll("blocks") DataBlock block) {
        assertThat(Texts.read(Texts.written(block)))
                .singleElement()
                .satisfies(read -> assertThat(plain(read)).isEqualTo(plain(block)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsReadIsWrittenAlike(@ForAll("blocks") DataBlock block) {
        String written = Texts.written(block);

        assertThat(Texts.written(Texts.read(written).get(0))).isEqualTo(written);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aLongerTextOfManyLinesIsReadBack(@ForAll("longTexts") String text) {
        assertThat(Texts.value(CifWriter.HEADER + "\ndata_a _x.y " + CifText.of(CifValue.text(text))))
                .isEqualTo(CifValue.text(text));
    }

    @Provide
    Arbitrary<DataBlock> blocks() {
        Arbitrary<List<Category>> categories = names().set().ofMaxSize(5).flatMap(names -> {
            List<Arbitrary<Category>> each = new ArrayList<>();
            names.forEach(name -> each.add(category(name)));
            return Combinators.combine(each).as(all -> all);
        });
        return Combinators.combine(names(), categories).as(DataBlock::new);
    }

    @Provide
    Arbitrary<String> longTexts() {
        Arbitrary<String> line = Arbitraries.oneOf(
                texts(),
                Arbitraries.strings().withChars("ab \\;>").ofMaxLength(6),
                Combinators.combine(Arbitraries.integers().between(1980, 4100), Arbitraries.of("x", "\\", "\\ "))
                        .as((length, end) -> "x".repeat(length) + end));
        return line.list().ofMaxSize(6).map(lines -> String.join("\n", lines));
    }

    private Arbitrary<Category> category(String name) {
        return names().set().ofMinSize(1).ofMaxSize(4).flatMap(objects -> {
            var row = values().list().ofSize(objects.size());
            var loop = row.list()
                    .ofMinSize(1)
                    .ofMaxSize(5)
                    .map(rows -> Category.loop(name, List.copyOf(objects), Rows.of(rows)));
            var pairs = row.map(
                    only -> new Category(name, List.copyOf(objects), Rows.of(List.of(only)), Category.Form.PAIRS));
            return Arbitraries.oneOf(loop, pairs);
        });
    }

    private Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("_[1]")
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    private Arbitrary<CifValue> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(CifValue.UNKNOWN, CifValue.INAPPLICABLE),
                Arbitraries.bigDecimals().ofScale(9).map(CifValue::number),
                Arbitraries.doubles().map(number -> asSpelled(BigDecimal.valueOf(number))),
                Arbitraries.longs().map(CifValue::number),
                Combinators.combine(
                                Arbitraries.integers(), Arbitraries.integers().between(-60, 60))
                        .as((digits, scale) -> asSpelled(BigDecimal.valueOf(digits, scale))),
                texts().map(CifValue::text));
    }

    /** A power of ten that is written out loses its form, not its value. */
    private static CifValue asSpelled(BigDecimal number) {
        return CifValue.number(new BigDecimal(CifText.of(CifValue.number(number))));
    }

    private Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withCharRange(' ', '~').withChars('\n').ofMaxLength(40),
                Arbitraries.strings().withChars("'\"\n;#_[]{}\\ a").ofMaxLength(12),
                Arbitraries.strings().withChars("0123.+-eE()").ofMaxLength(8),
                Arbitraries.of(
                        "?",
                        ".",
                        "data_x",
                        "Loop_",
                        "save_",
                        "global_",
                        "stop_",
                        "\n--CIF-BINARY-FORMAT-SECTION--\nX-Binary-Size: 5\n\nabc",
                        "--CIF-BINARY-FORMAT-SECTION-- \nx",
                        "\\ \nfolded?",
                        "a\\ \nab",
                        "'''",
                        "\"\"\"",
                        "\n",
                        "\n\n",
                        "a\n;"));
    }

    private static List<Object> plain(DataBlock block) {
        List<Object> plain = new ArrayList<>(List.of(block.name()));
        for (Category category : block.categories()) {
            List<List<CifValue>> rows = new ArrayList<>();
            category.rows().forEach(rows::add);
            plain.add(List.of(category.name(), category.objects(), category.form(), rows));
        }
        return plain;
    }
}
