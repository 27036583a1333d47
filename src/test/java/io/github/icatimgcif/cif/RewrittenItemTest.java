package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RewrittenItemTest {

    private static final ItemName LINK = new ItemName("array_data_external_data", "uri");

    @Test
    void onlyTheValuesOfTheItemAreOthers() throws IOException {
        String file = """
                #\\#CIF_2.0
                data_run_01   # uri a.h5
                _diffrn_radiation_wavelength.value 0.9762230
                _other.uri a.h5
                loop_
                 _array_data_external_data.id
                 _Array_Data_External_Data.URI
                 _array_data_external_data.frame
                  ext1   a.h5 1
                  ext2\t'a.h5'  2
                  a.h5 . 3
                  ext4 ? 0.40
                ;text of several
                _array_data_external_data.uri
                ;
                ;b.h5
                ;
                5
                loop_ _array_data_external_data.note a.h5 b.h5
                """;

        assertThat(rewritten(file, uri -> "raw/" + uri))
                .isEqualTo(file.replace("  ext1   a.h5 1", "  ext1   raw/a.h5 1")
                        .replace("'a.h5'", "raw/a.h5")
                        .replace(";b.h5\n;\n5", "raw/b.h5\n5"));
    }

    @Test
    void anItemThatStandsAloneIsRewrittenToo() throws IOException {
        assertThat(rewritten("data_a\n_array_data_external_data.uri   \"x 1.h5\"\n_a.b 1.50\n", uri -> uri + "!"))
                .isEqualTo("data_a\n_array_data_external_data.uri   'x 1.h5!'\n_a.b 1.50\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsTheyDid(String end) throws IOException {
        String file =
                "data_a" + end + "_array_data_external_data.uri" + end + "a.h5" + end + end + "_a.b ';' # c" + end;

        assertThat(rewritten(file, uri -> "b.h5")).isEqualTo(file.replace("a.h5", "b.h5"));
    }

    @Test
    void aLongFileIsRewrittenWhole() throws IOException {
        StringBuilder file = new StringBuilder("data_long\nloop_\n_array_data_external_data.id\n")
                .append("_array_data_external_data.uri\n_array_data_external_data.frame\n");
        for (int frame = 1; frame <= 60_000; frame++) {
            file.append("  ext")
                    .append(frame)
                    .append(" file:///data/run%201/x_")
                    .append(frame / 1000)
                    .append(".h5 ")
                    .append(frame)
                    .append('\n');
        }
        String whole = file.append("# end without a line feed").toString();

        assertThat(rewritten(whole, uri -> uri.substring("file:///data/".length())))
                .isEqualTo(whole.replace("file:///data/", ""));
    }

    @Test
    void aByteOrderMarkStaysAndAnEmptyFileIsEmpty() throws IOException {
        assertThat(rewritten("\uFEFFdata_a\n_array_data_external_data.uri a", uri -> "%C2%B5/b"))
                .isEqualTo("\uFEFFdata_a\n_array_data_external_data.uri '%C2%B5/b'");
        assertThat(rewritten("", uri -> "b")).isEmpty();
    }

    /** Half a megabyte in one value has to be held until it is known that it stays. */
    @Test
    void aLongValueOfAnotherItemStays() throws IOException {
        String file = "data_a\n_a.b\n;" + "0123456789abcde\n".repeat(1 << 15) + ";\n"
                + "_array_data_external_data.uri a.h5\n_c.d\n;" + "x\n".repeat(1 << 17) + ";\n";

        assertThat(rewritten(file, uri -> "b.h5")).isEqualTo(file.replace("a.h5", "b.h5"));
    }

    @Test
    void whatIsReadIsClosed() throws IOException {
        AtomicBoolean isClosed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                isClosed.set(true);
            }
        };

        new RewrittenItem(in, CifLimits.USUAL, LINK, uri -> uri).close();

        assertThat(isClosed).isTrue();
    }

    @Test
    void byteAfterByteItIsTheSame() throws IOException {
        String file = "data_\u00B5\n_array_data_external_data.uri a.h5\n_a.b \u00E9\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = rewriting(file, uri -> "b.h5")) {
            for (int one = in.read(); one >= 0; one = in.read()) {
                bytes.write(one);
            }
            assertThat(in.read()).isEqualTo(-1);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(file.replace("a.h5", "b.h5"));
    }

    @Test
    void whatIsNoCifIsRefused() {
        assertThatThrownBy(() -> rewritten("data_a\n_array_data_external_data.uri 'a\n", uri -> "b"))
                .isInstanceOf(CifUnreadable.class);
    }

    private static String rewritten(String file, UnaryOperator<String> value) throws IOException {
        try (InputStream in = rewriting(file, value)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream rewriting(String file, UnaryOperator<String> value) throws IOException {
        return new RewrittenItem(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), CifLimits.USUAL, LINK, value);
    }
}
