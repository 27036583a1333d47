package io.github.icatimgcif.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What jcmd prints of a heap. */
final class ClassCountsTest {

    private static final String PRINTED = """
        4711:
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         71234        8123456  [B (java.base@17.0.15)
           2:          5012         120288  java.lang.String (java.base@17.0.15)
           3:            17            544  io.github.icatimgcif.dataset.StoredDataset
           4:             3             72  io.github.icatimgcif.dataset.Proposal
        Total         76266        8244360
        """;

    @Test
    void classesAreCountedAndTheLastLineIsNone() {
        ClassCounts counts = ClassCounts.of(PRINTED);

        assertThat(counts.instances()).hasSize(4).containsEntry("[B", 71_234L);
        assertThat(counts.all()).isEqualTo(76_266);
        assertThat(counts.bytes()).isEqualTo(8_244_360);
    }

    @Test
    void ourOwnObjectsAreToldFromThoseOfOthers() {
        assertThat(ClassCounts.of(PRINTED).ours()).isEqualTo(20);
    }

    @Test
    void whatIsNoHistogramIsRefused() {
        assertThatThrownBy(() -> ClassCounts.of("4711:\njava.io.IOException: No such process"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No such process");
    }
}
