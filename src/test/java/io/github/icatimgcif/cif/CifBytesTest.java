package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CifBytesTest {

    /** A mark may begin again within itself, as dashes do: every mark of up to five letters in every text of up to eight. */
    @Test
    void itIsPassedToTheEndOfTheFirstMarkWhereverThatBegins() throws IOException {
        for (String mark : texts(5)) {
            for (String text : texts(8)) {
                CifBytes bytes = new CifBytes(stream(text + "c"));
                int end = text.indexOf(mark) + mark.length();

                boolean isThere = bytes.skipPast(mark);

                assertThat(isThere).as("%s in %s", mark, text).isEqualTo(text.contains(mark));
                assertThat(bytes.position())
                        .as("%s in %s", mark, text)
                        .isEqualTo(text.contains(mark) ? end : text.length() + 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void bytesArePassedOverOnAnyWayInPieces(int piece) throws IOException {
        String line = "0123456789abcde\n";
        CifBytes bytes = new CifBytes(new Pieces(stream(line.repeat(20_000) + "end"), piece));

        assertThat(bytes.atLineStart()).isTrue();
        assertThat(bytes.skip(0)).isTrue();
        assertThat(bytes.skip(16 * 10_000 + 3)).isTrue();
        assertThat(bytes.peek()).isEqualTo('3');
        assertThat(bytes.position()).isEqualTo(16 * 10_000 + 3);
        assertThat(bytes.line()).isEqualTo(10_001);
        assertThat(bytes.column()).isEqualTo(1);
        assertThat(bytes.atLineStart()).isFalse();
        assertThat(bytes.skip(16 * 10_000)).isTrue();
        assertThat(bytes.skip(1)).isFalse();
        assertThat(bytes.peek()).isEqualTo(CifBytes.END);
    }

    @Test
    void aColumnIsACharacterAndEveryEndOfALineOne() throws IOException {
        CifBytes bytes = new CifBytes(stream("\uFEFF\u00E9\u20ACx\r\ny\rz"));

        assertThat(bytes.position()).isEqualTo(3);
        List<String> places = new ArrayList<>();
        while (bytes.peek() != CifBytes.END) {
            places.add(bytes.line() + ":" + bytes.column() + (bytes.atLineStart() ? "^" : ""));
            bytes.read();
        }

        assertThat(places).containsExactly("1:1^", "1:2", "1:2", "1:3", "1:3", "1:3", "1:4", "2:1^", "2:2", "3:1^");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void whatIsNotInBytesIsRefused(String encoding) {
        byte[] text = "\uFEFFdata_a".getBytes(Charset.forName(encoding));

        assertThatThrownBy(() -> new CifBytes(new ByteArrayInputStream(text)))
                .isInstanceOf(CifUnreadable.class)
                .hasMessage("line 1: the file is UTF-16; CIF is ASCII or UTF-8");
    }

    private static List<String> texts(int longest) {
        List<String> texts = new ArrayList<>(List.of("a", "b"));
        for (int i = 0; texts.get(i).length() < longest; i++) {
            texts.add(texts.get(i) + "a");
            texts.add(texts.get(i) + "b");
        }
        return texts;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A stream that gives no more than so many bytes at once. */
    private static final class Pieces extends InputStream {

        private final InputStream in;
        private final int most;

        Pieces(InputStream in, int most) {
            this.in = in;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, Math.min(length, most));
        }
    }
}
