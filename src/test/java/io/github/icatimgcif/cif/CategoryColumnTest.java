package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CategoryColumnTest {

    /** Values of every kind, one longer than a length that is kept in one byte, over several chunks. */
    private static Category read() throws IOException {
        StringBuilder text = new StringBuilder("data_a\nloop_ _t.id _t.Text _t.number\n");
        for (int i = 0; i < 5000; i++) {
            text.append('R').append(i).append(i % 3 == 0 ? " ?" : i % 3 == 1 ? " ." : " '" + "x".repeat(200) + "'");
            text.append(' ').append(i).append(".50\n");
        }
        return new CifReader()
                .read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)))
                .get(0)
                .category("t")
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "text", "NUMBER"})
    void aColumnHasTheValuesThatTheRowsHave(String object) throws IOException {
        Category category = read();
        List<CifValue> ofRows = new ArrayList<>();
        category.rows().forEach(row -> ofRows.add(row.get(category.indexOf(object))));

        assertThat(category.column(object)).hasSize(5000).containsExactlyElementsOf(ofRows);
        assertThat(new Category("t", category.objects(), Rows.joined(List.of(category.rows())), Category.Form.LOOP)
                        .column(object))
                .containsExactlyElementsOf(ofRows);
    }

    @Test
    void anObjectThatIsNotThereHasNoValues() throws IOException {
        assertThat(read().column("other")).isEmpty();
        assertThat(read().has("other")).isFalse();
        assertThat(read().has("ID")).isTrue();
    }

    @Test
    void behindTheLastValueThereIsNone() {
        var values = Category.loop("t", List.of("id"), Rows.of(List.of()))
                .column("id")
                .iterator();

        assertThatThrownBy(values::next).isInstanceOf(NoSuchElementException.class);
    }
}
