package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrincipalAxisIsXTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new PrincipalAxisIsX().judge(Blocks.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axis | omega rotation goniometer . 1 0 0 | omega rotation goniometer . -1 0 0 | not exactly X",
                "axis | omega rotation goniometer . 1 0 0 | omega rotation goniometer . 0.99998 0.006 0 | not exactly X",
                "axis | phi rotation goniometer omega | phi rotation goniometer . | must form one chain",
                "axis | omega rotation | omega translation | must stand on a rotation",
                "axis | goniometer | general | does not stand on a goniometer"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new PrincipalAxisIsX().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .anySatisfy(message -> assertThat(message).contains(said));
    }

    /** Which component is no number is told where axes are defined. */
    @ParameterizedTest
    @ValueSource(strings = {"? 0 0", ". 0 0", "1 ? 0", "1 0 ."})
    void nothingIsSaidOfAVectorThatIsNotKnown(String vector) {
        assertThat(new PrincipalAxisIsX()
                        .judge(Blocks.with(
                                "axis", "omega rotation goniometer . 1 0 0", "omega rotation goniometer . " + vector)))
                .isEmpty();
    }

    /** A facility may keep the beam on -Z (frame: nominal); then a tilt of the axis is no mistake, but it is told. */
    @Test
    void aSmallTiltIsOnlyAWarning() {
        assertThat(new PrincipalAxisIsX()
                        .judge(Blocks.with(
                                "axis",
                                "omega rotation goniometer . 1 0 0",
                                "omega rotation goniometer . 0.99998 0.006 0")))
                .singleElement()
                .satisfies(remark -> assertThat(remark.isError()).isFalse());
    }

    @Test
    void twoAxesOnOneAreNoChain() {
        assertThat(new PrincipalAxisIsX()
                        .judge(Blocks.withTable(
                                "axis",
                                "id type equipment depends_on vector[1] vector[2] vector[3]",
                                "omega rotation goniometer . 1 0 0",
                                "phi rotation goniometer omega 1 0 0",
                                "chi rotation goniometer omega 0 1 0")))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .containsExactly(
                        "the axes of the goniometer are not one chain; they must form one chain that begins with one axis");
    }
}
