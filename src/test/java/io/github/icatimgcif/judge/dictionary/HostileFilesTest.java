package io.github.icatimgcif.judge.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.judge.Remark;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files that would fill the memory are refused, and the list of mistakes ends. */
final class HostileFilesTest {

    @Test
    void moreKeysThanAreHeldAreRefusedAtTheirLine() {
        String file = "data_a\nloop_\n_axis.id\n_axis.equipment\n" + numbered(1000, i -> "axis_" + i + " detector");

        assertThatThrownBy(() -> DictionaryCheck.check(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        new CifLimits(1000, 100_000, 2_000),
                        Dictionaries.shipped()))
                .isInstanceOf(CifUnreadable.class)
                .hasMessageContaining("keys and links");
    }

    @Test
    void moreItemsThanAnyDictionaryHasAreRefused() {
        assertThatThrownBy(() -> Ours.remarks("data_a\n" + numbered(50_001, i -> "_a.b" + i + " 1")))
                .isInstanceOf(CifUnreadable.class)
                .hasMessage("line 50002: a data block of more than 50000 items");
    }

    @Test
    void moreBlocksThanAnyFileHasAreRefused() {
        assertThatThrownBy(() -> Ours.remarks(numbered(50_001, i -> "data_" + i)))
                .isInstanceOf(CifUnreadable.class)
                .hasMessageContaining("data blocks");
    }

    @Test
    void ofOneMistakeAHundredAreListedAndTheOthersCounted() throws Exception {
        List<Remark> remarks = Ours.remarks("data_a\nloop_\n_axis.id\n_axis.equipment\n_axis.offset[1]\n"
                + numbered(250, i -> "axis_" + i + " detector far"));

        assertThat(remarks).hasSize(101);
        assertThat(remarks.get(100).wrong()).isEqualTo("the same is wrong at 150 more places, which are not listed");
    }

    @Test
    void aMistakeInALoopHasItsRow() throws Exception {
        assertThat(Ours.remarks("data_a\nloop_\n_axis.id\n_axis.equipment\na detector\nb camera\n"))
                .extracting(Remark::finding)
                .extracting(finding -> finding.message().replaceFirst(";.*", ""))
                .containsExactly("row 2: 'camera' is none of the allowed values");
    }

    private static String numbered(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
