package io.github.icatimgcif.judge.own.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class PixelCountsTest {

    private static final StatedIntensities STATED = new StatedIntensities(
            OptionalInt.of(1),
            Optional.of(new BigDecimal("100")),
            Optional.of(new BigDecimal("-1")),
            Optional.of(new BigDecimal("-2")));

    private static PixelCounts of(int... values) {
        return PixelCounts.of(new Image(ElementType.SIGNED_16, values.length, 1, values), STATED);
    }

    @Test
    void anImageOfNothingIsNoImage() {
        assertThat(PixelCounts.NONE.plus(of(7))).isEqualTo(of(7));
        assertThat(PixelCounts.NONE.hasPeakAtTop()).isFalse();
    }

    /** Overload is the least value that is not valid, underload the least one that is. */
    @Test
    void eachPixelIsOfOneKind() {
        assertThat(of(-3, -2, -1, 0, 99, 100, 101, 32757, 32758, 32766, 32767))
                .isEqualTo(new PixelCounts(11, 1, 1, 2, 5, 1, 2, -1, 32766));
    }

    @Test
    void thoseOfSeveralImagesAreAdded() {
        PixelCounts one = of(-3, -2, -1, 0, 99, 100, 101, 32757, 32758, 32766, 32767);

        assertThat(one.plus(of(-30, -2, 5, 32765, 32767))).isEqualTo(new PixelCounts(16, 2, 2, 3, 6, 2, 3, -1, 32766));
    }

    @Test
    void aPeakIsMoreThanWhatIsNear() {
        assertThat(of(32767, 32766).hasPeakAtTop()).isFalse();
        assertThat(of(32767, 32767, 32766).hasPeakAtTop()).isTrue();
    }
}
