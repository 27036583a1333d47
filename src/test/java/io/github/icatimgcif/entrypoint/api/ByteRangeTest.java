package io.github.icatimgcif.entrypoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, bytes 0-0/1234",
        "bytes=7-19, bytes 7-19/1234",
        "bytes=1200-, bytes 1200-1233/1234",
        "bytes=1200-99999, bytes 1200-1233/1234",
        "bytes=-34, bytes 1200-1233/1234",
        "bytes=-5000, bytes 0-1233/1234",
        "BYTES = 3 - 5, bytes 3-5/1234"
    })
    void aPartIsGiven(String header, String contentRange) {
        assertThat(ByteRange.of(Optional.of(header), 1234))
                .isInstanceOfSatisfying(
                        ByteRange.Wish.Part.class,
                        part -> assertThat(part.range().contentRange(1234)).isEqualTo(contentRange));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=9-7",
                "bytes=-",
                "bytes=1-2,5-6",
                "lines=1-2",
                "bytes=a-b",
                "",
                "bytes=99999999999999999999999-"
            })
    void whatCannotBeReadIsNotThere(String header) {
        assertThat(ByteRange.of(Optional.of(header), 1234)).isInstanceOf(ByteRange.Wish.Whole.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1234-", "bytes=5000-6000", "bytes=-0"})
    void whatTheFileDoesNotHaveIsNotGiven(String header) {
        assertThat(ByteRange.of(Optional.of(header), 1234)).isInstanceOf(ByteRange.Wish.Unsatisfiable.class);
    }
}
