package io.github.icatimgcif.judge.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.cbf.CbfPixels;
import io.github.icatimgcif.judge.export.CompressedImage.Quoting;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is compressed is read by our own reader, which files of detectors test. */
final class ByteOffsetCompressionTest {

    @Property
    void anyValuesComeBack(@ForAll @Size(min = 1, max = 300) int[] values) throws IOException {
        assertThat(readBack(ElementType.SIGNED_32, values)).isEqualTo(values);
    }

    @Property
    void closeValuesComeBack(@ForAll @Size(min = 1, max = 300) short[] values) throws IOException {
        int[] wide = IntStream.range(0, values.length).map(i -> values[i]).toArray();

        assertThat(readBack(ElementType.SIGNED_16, wide)).isEqualTo(wide);
    }

    @Test
    void theLongestDifferencesTakeEightBytes() throws IOException {
        int[] values = {Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, -128, 0, -128, -32768, 0, 127, 255};

        assertThat(readBack(ElementType.SIGNED_32, values)).isEqualTo(values);
    }

    @Test
    void marksOfImagesWithoutSignKeepTheirBits() throws IOException {
        int[] values = {-1, 17, -2, 0};

        assertThat(readBack(ElementType.UNSIGNED_32, values)).containsExactly(-1, 17, -2, 0);
    }

    @Test
    void marksOfSixteenBitsKeepTheirValue() throws IOException {
        assertThat(readBack(ElementType.UNSIGNED_16, 65535, 3, 65534)).containsExactly(65535, 3, 65534);
    }

    private static int[] readBack(ElementType type, int... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Image image = new Image(type, values.length, 1, values);
        new CompressedImage(image, List.of(values.length, 1), 1, Quoting.BARE).write(out);
        Image read = CbfPixels.read(new ByteArrayInputStream(out.toByteArray()), 1);
        return IntStream.range(0, read.count()).map(i -> (int) read.value(i)).toArray();
    }
}
