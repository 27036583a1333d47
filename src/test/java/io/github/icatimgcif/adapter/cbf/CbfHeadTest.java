package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CbfHeadTest {

    private static final String BINARY = "--CIF-BINARY-FORMAT-SECTION--\r\nContent-Type: application/octet-stream;\r\n"
            + "     conversions=\"x-CBF_PACKED\"\r\nX-Binary-Size: 1798\r\n"
            + "X-Binary-Element-Type: \"signed 32-bit integer\"\r\nX-Binary-Size-Fastest-Dimension: 487\r\n"
            + "X-Binary-Size-Second-Dimension: 195\r\n\r\n\u000c\u001a\u0004\u00d5pixels";

    @Test
    void theHeaderOfThePixelsIsRead() {
        BinaryHeader binary = CbfHead.of("###CBF\r\n" + BINARY).binary().orElseThrow();

        assertThat(binary.dimensions()).containsExactly(487, 195);
        assertThat(binary.bitDepth()).isEqualTo(-32);
        assertThat(binary.compression()).isEqualTo("x-CBF_PACKED");
    }

    @Test
    void aHeadThatEndsInTheHeaderOfThePixelsHasNone() {
        assertThat(CbfHead.of("###CBF\r\n" + BINARY.substring(0, 120)).binary()).isEmpty();
    }

    @Test
    void commentsMakeAMiniCbf() {
        assertThat(kind("# Detector: PILATUS3 6M, S/N 60-0119\n", "")).isEqualTo(CbfHead.Kind.MINI);
    }

    @Test
    void axesWinOverComments() {
        assertThat(kind("# Wavelength 0.68937 A\n", "_diffrn.id DLS\nloop_\n_diffrn_source.diffrn_id\nDLS\n"))
                .isEqualTo(CbfHead.Kind.FULL);
    }

    @Test
    void namesInsideTheCommentsAreNoItems() {
        assertThat(kind("# Wavelength 0.68937 A\n_diffrn.id DLS\n_diffrn_source.diffrn_id DLS\n", ""))
                .isEqualTo(CbfHead.Kind.MINI);
    }

    @Test
    void whatHasNeitherIsNoImage() {
        CbfHead head = CbfHead.of("###CBF\n_array_data.header_convention \"XDS special\"\n" + BINARY);

        assertThat(head.kind()).isEqualTo(CbfHead.Kind.NEITHER);
        assertThat(head.convention()).isEqualTo("XDS special");
    }

    private static CbfHead.Kind kind(String comments, String items) {
        return CbfHead.of("###CBF: VERSION 1.5\ndata_x\n_array_data.header_contents\n;\n" + comments + ";\n" + items
                        + BINARY)
                .kind();
    }
}
