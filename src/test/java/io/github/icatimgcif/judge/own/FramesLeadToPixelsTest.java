package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Severity;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FramesLeadToPixelsTest {

    private static final String LED = """
            data_led
            loop_
            _diffrn_scan_frame.frame_id
            _diffrn_scan_frame.scan_id
            F1 S
            F2 S
            F3 S
            loop_
            _diffrn_data_frame.id
            _diffrn_data_frame.detector_element_id
            _diffrn_data_frame.array_id
            _diffrn_data_frame.binary_id
            F1 EL A 1
            F2 EL A 2
            F3 EL A 3
            loop_
            _array_data.array_id
            _array_data.binary_id
            _array_data.external_data_id
            A 1 E1
            A 2 E2
            A 3 E3
            loop_
            _array_data_external_data.id
            _array_data_external_data.uri
            _array_data_external_data.path
            _array_data_external_data.frame
            E1 x.h5 /d 1
            E2 x.h5 /d 2
            E3 y.h5 /d 1
            """;

    private final FramesLeadToPixels test = new FramesLeadToPixels();

    @Test
    void framesThatLeadToTheirPixelsPass() {
        assertThat(test.judge(Blocks.read(LED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "F2 S | FX S | _diffrn_scan_frame.frame_id | 2 | frame FX does not stand in diffrn_data_frame",
                "F3 EL A 3 | F3 EL A 9 | _diffrn_data_frame.binary_id | 3 | is of array A and binary_id 9",
                "F3 EL A 3 | F3 EL B 3 | _diffrn_data_frame.binary_id | 3 | is of array B and binary_id 3",
                "F3 EL A 3 | F3 EL A 2 | _diffrn_data_frame.binary_id | 3 | of the frame in row 2",
                "A 3 E3 | A 2 E3 | _array_data.binary_id | 3 | has the binary_id 2 in row 2 already",
                "A 3 E3 | A 3 E9 | _array_data.external_data_id | 3 | there is no E9",
                "A 3 E3 | A 3 . | _array_data.external_data_id | 3 | there is no",
                "A 3 E3 | A 3 E1 | _array_data.external_data_id | 3 | the pixels are those of row 1, E1",
                "E3 y | E2 y | _array_data_external_data.id | 3 | E2 is the id of row 2 already",
                "y.h5 /d 1 | x.h5 /d 1 | _array_data_external_data.frame | 3 | the image is that of row 1",
                "x.h5 /d 1 | x.h5 /d 0 | _array_data_external_data.frame | 1 | no frame has the number 0",
                "x.h5 /d 1 | x.h5 /d -1 | _array_data_external_data.frame | 1 | no frame has the number -1",
                "x.h5 /d 1 | x.h5 /d 1.5 | _array_data_external_data.frame | 1 | no frame has the number 1.5",
                "x.h5 /d 1 | x.h5 /d one | _array_data_external_data.frame | 1 | no frame has the number one"
            })
    void whereAFrameLosesItsWayIsSaid(String from, String to, String item, int row, String said) {
        assertThat(test.judge(Blocks.read(LED.replace(from, to)))).anySatisfy(remark -> {
            assertThat(remark.isError()).isTrue();
            assertThat(remark.item()).isEqualTo(item);
            assertThat(remark.row()).hasValue(row);
            assertThat(remark.wrong()).contains(said);
        });
    }

    /** A frame that is not told is the first of its file, and so the same as one that is told to be. */
    @Test
    void aFrameThatIsNotToldIsTheFirst() {
        assertThat(test.judge(Blocks.read(LED.replace("E3 y.h5 /d 1", "E3 x.h5 /d ."))))
                .hasSize(1);
    }

    @Test
    void elementsOfAFrameMayShareWhatIsStoredAsOne() {
        assertThat(test.judge(Blocks.read(LED.replaceAll("(F\\d) EL A (\\d)", "$1 LEFT A $2\n$1 RIGHT A $2"))))
                .isEmpty();
        assertThat(test.judge(Blocks.read(LED.replaceAll("(F\\d) EL A (\\d)", "$1 LEFT A $2\n$1 RIGHT B $2")
                        .replaceAll("A (\\d E\\d)", "A $1\nB $1"))))
                .isEmpty();
    }

    @Test
    void aBlockThatIsTooLongIsNotFollowedAndThatIsSaid() {
        assertThat(new FramesLeadToPixels(2).judge(Blocks.read(LED.replace("E3 y", "E2 y"))))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.severity()).isEqualTo(Severity.NOTE);
                    assertThat(remark.wrong()).contains("3 rows, more than 2");
                });
    }

    @Test
    void oneOfManyRowsIsFound() {
        String rows = IntStream.rangeClosed(1, 20_000)
                .mapToObj(i -> "A " + i + " E" + i)
                .collect(Collectors.joining("\n", "", "\n"));
        String places = IntStream.rangeClosed(1, 20_000)
                .mapToObj(i -> "E" + i + " x.h5 " + i)
                .collect(Collectors.joining("\n", "", "\n"));
        String text = "data_many\nloop_\n_array_data.array_id\n_array_data.binary_id\n_array_data.external_data_id\n"
                + rows + "loop_\n_array_data_external_data.id\n_array_data_external_data.uri\n"
                + "_array_data_external_data.frame\n" + places;
        DataBlock sound = Blocks.read(text);
        DataBlock dangling = Blocks.read(text.replace("A 19876 E19876", "A 19876 E20001"));

        assertThat(test.judge(sound)).isEmpty();
        assertThat(test.judge(dangling))
                .singleElement()
                .satisfies(remark -> assertThat(remark.row()).hasValue(19_876));
    }
}
