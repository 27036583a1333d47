package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full CBF files: a binary section stands where a text would. */
final class BinarySectionTest {

    private static final String HEADER = """
            Content-Type: application/octet-stream;
                 conversions="x-CBF_PACKED"
            Content-Transfer-Encoding: BINARY
            X-Binary-Size: 62
            X-Binary-Size-Fastest-Dimension: 2463
            """;

    /** What could be taken for the end of the field, of the section, of a line. */
    private static final String BYTES =
            "\n;\n--CIF-BINARY-FORMAT-SECTION----\n;\r\n data_x '''\u0000\u00ff\u0000 [[[[[ \n;\n";

    @Test
    void onlyTheHeaderOfASectionIsRead() {
        var blocks = Texts.read(cbf(HEADER, BYTES), CifSelection.EVERYTHING);

        var section = (BinarySection) Texts.rows(blocks, "array_data").get(0).get(1);
        assertThat(section.field("content-type")).contains("application/octet-stream; conversions=\"x-CBF_PACKED\"");
        assertThat(section.field("X-Binary-Size-Fastest-Dimension")).contains("2463");
        assertThat(section.field("X-Binary-Size-Second-Dimension")).isEmpty();
        assertThat(section.header()).startsWith("Content-Type").endsWith("2463\n");
        assertThat(Texts.rows(blocks, "array_data")).hasSize(2);
        assertThat(Texts.rows(blocks, "after")).containsExactly(List.of(CifValue.text("all")));
    }

    @Test
    void readingMayEndAtTheFirstSection() {
        byte[] whole = cbf(HEADER, BYTES);
        byte[] head = java.util.Arrays.copyOf(whole, whole.length / 3);

        var blocks = Texts.read(head, CifSelection.EVERYTHING.until(CifSelection.Until.FIRST_BINARY_SECTION));

        assertThat(Texts.rows(blocks, "array_data")).hasSize(1);
        assertThat(Texts.rows(blocks, "array_data").get(0).get(0)).isEqualTo(CifValue.text("ARRAY1"));
        assertThat(Texts.rows(blocks, "array_data").get(0).get(1)).isInstanceOf(BinarySection.class);
        assertThat(Texts.rows(blocks, "array_data").get(0).get(2)).isEqualTo(CifValue.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Binary-Size: 62, X-Binary-Size: 61, 'line 3: the binary section says X-Binary-Size 61, but goes on after that'",
        "X-Binary-Size: 62, X-Binary-Size: 999999999999999999, 'line 3: the binary section says X-Binary-Size 9999999'",
        "X-Binary-Size: 62, X-Binary-Size: -1, 'line 3: the binary section has an X-Binary-Size that is no number of bytes'",
        "X-Binary-Size: 62, X-Bin: 62, 'line 3: the binary section has no X-Binary-Size, which says where it ends'",
        "FORMAT-SECTION----, FORMAT, 'line 3: the binary section is not closed by a line'",
        "\u00d5, x, 'line 3: the binary section must begin with the bytes 0C 1A 04 D5'"
    })
    void aBrokenSectionIsRefused(String from, String to, String message) {
        String broken = new String(cbf(HEADER, "x".repeat(62)), StandardCharsets.ISO_8859_1).replace(from, to);

        assertThatThrownBy(() -> Texts.read(broken.getBytes(StandardCharsets.ISO_8859_1), CifSelection.EVERYTHING))
                .isInstanceOf(CifUnreadable.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aSectionInTextEncodingEndsAtItsLine() {
        String text = """
                data_a
                _array_data.data
                ;
                --CIF-BINARY-FORMAT-SECTION--
                Content-Transfer-Encoding: BASE64
                X-Binary-Size: 3

                DBoE1Q==
                --CIF-BINARY-FORMAT-SECTION----
                ;
                _x.y 1
                """;

        assertThat(Texts.rows(Texts.read(text), "x")).containsExactly(List.of(CifValue.number(1)));
    }

    @Test
    void aTextThatOnlyMentionsASectionIsAText() {
        assertThat(Texts.value("data_a _x.y\n;see\n--CIF-BINARY-FORMAT-SECTION--\nabove\n;"))
                .isEqualTo(CifValue.text("see\n--CIF-BINARY-FORMAT-SECTION--\nabove"));
    }

    private static byte[] cbf(String header, String bytes) {
        var out = new ByteArrayOutputStream();
        String section = "\r\n;\r\n--CIF-BINARY-FORMAT-SECTION--\r\n" + header.replace("\n", "\r\n")
                + "\r\n\f\u001a\u0004\u00d5" + bytes + "\0".repeat(4095)
                + "\r\n--CIF-BINARY-FORMAT-SECTION----\r\n;\r\n";
        String text =
                "###CBF: VERSION 1.5\r\ndata_image loop_ _array_data.array_id _array_data.data _array_data.note ARRAY1"
                        + section + "one ARRAY2" + section + "two\r\n_after.word all\r\n";
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
