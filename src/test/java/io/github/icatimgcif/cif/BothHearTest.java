package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of two that hear the same file, each hears what it would hear alone. */
final class BothHearTest {

    private static final String FILE = """
            #\\#CIF_2.0
            data_a
            _pair.value 1
            _other.value [1 2]
            loop_ _row.id _row.text 1 'a' 2 b
            loop_ _far.id 3 4
            save_frame _pair.value 9 loop_ _row.id 9 save_
            data_b
            _pair.value 5
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", "_pair", "_row", "_other", "_far", "frame", "_"})
    void eachHearsWhatItWants(String wanted) throws IOException {
        Predicate<String> wants = name -> !wanted.isEmpty() && name.startsWith(wanted);
        for (CifSelection selection :
                List.of(CifSelection.only("pair", "row", "far"), CifSelection.only("row"), CifSelection.only())) {
            HeardEvents listener = new HeardEvents(wants);

            List<DataBlock> blocks = new CifReader().read(stream(FILE), selection, listener);

            assertThat(listener.lines()).isEqualTo(HeardEvents.of(FILE, wants));
            assertThat(Texts.written(blocks)).isEqualTo(Texts.written(Texts.read(FILE, selection)));
        }
    }

    @Test
    void theOneHearsAllBehindTheFirstMistakeAndTheOtherRefuses() throws IOException {
        String wrong = FILE.replace("_pair.value 1\n", "_pair.value $1\n_late.value stop_\n");
        HeardEvents listener = new HeardEvents(name -> true);

        assertThatThrownBy(() -> new CifReader().read(stream(wrong), CifSelection.EVERYTHING, listener))
                .isInstanceOf(CifUnreadable.class)
                .hasMessage("line 3: a value must not begin with $; quote it: $1");
        assertThat(listener.lines())
                .isEqualTo(HeardEvents.of(wrong, name -> true))
                .filteredOn(line -> line.startsWith("problem"))
                .hasSize(3);
    }

    @Test
    void aListIsNotForTheOneAndIsForTheOther() {
        HeardEvents listener = new HeardEvents(name -> true);

        assertThatThrownBy(() -> new CifReader().read(stream(FILE), CifSelection.EVERYTHING, listener))
                .isInstanceOf(CifUnreadable.class)
                .hasMessageStartingWith("line 4: a list or table in other");
        assertThat(listener.lines()).contains("compound [1, 2] 4:14").endsWith("end of file");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
