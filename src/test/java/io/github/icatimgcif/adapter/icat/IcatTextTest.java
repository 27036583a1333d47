package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IcatTextTest {

    @Test
    void textsAreListedWholeAsFarAsTheyFit() {
        assertThat(IcatText.listed(List.of("first", "second", "third"), 40)).isEqualTo("first | second | third");
        assertThat(IcatText.listed(List.of("first", "second", "third"), 21)).isEqualTo("first | and 2 more");
        assertThat(IcatText.listed(List.of(), 21)).isEqualTo("none");
    }

    @Test
    void noListIsLongerThanIcatHolds() {
        var warnings = Collections.nCopies(300, "_diffrn_radiation.beam_flux: the scans differ, which is left out");

        var listed = IcatText.listed(warnings, IcatText.LONGEST_VALUE);

        assertThat(listed).hasSizeBetween(3900, IcatText.LONGEST_VALUE).endsWith(" more");
        assertThat(IcatText.listed(List.of("x".repeat(4100), "y"), 4000)).hasSizeLessThanOrEqualTo(4000);
    }
}
