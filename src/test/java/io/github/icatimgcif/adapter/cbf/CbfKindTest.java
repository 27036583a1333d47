package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.conversion.DataRoots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CbfKindTest {

    private static final String PIXELS = "\n" + CbfKind.BINARY_SECTION + "\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void commentLinesAloneAreAMiniCbf() throws IOException {
        assertThat(kind("###CBF: VERSION 1.5\ndata_x\n_array_data.header_contents\n;\n# Wavelength 1 A\n;\n" + PIXELS))
                .isEqualTo(CbfKind.MINI);
    }

    @Test
    void axesBesideCommentLinesMakeItAFullCbf() throws IOException {
        assertThat(kind("###CBF: VERSION 1.5\ndata_x\n_array_data.header_contents\n;\n# Wavelength 1 A\n;\n"
                        + "_diffrn.id DLS\nloop_\n_diffrn_source.diffrn_id\nDLS\n" + PIXELS))
                .isEqualTo(CbfKind.FULL);
    }

    @Test
    void oneOfTheTwoItemsIsNotEnough() throws IOException {
        assertThat(kind("###CBF: VERSION 1.5\ndata_x\n_diffrn.id DLS\n_diffrn.id_of_it 1\n" + PIXELS))
                .isEqualTo(CbfKind.MINI);
    }

    @Test
    void whatPixelsLookLikeDoesNotCount() throws IOException {
        assertThat(kind("###CBF: VERSION 1.5\ndata_x\n" + PIXELS + "\n_diffrn.id DLS\n_diffrn_source.type x\n"))
                .isEqualTo(CbfKind.MINI);
    }

    @Test
    void namesOfItemsKnowNoCase() throws IOException {
        assertThat(kind("###CBF: VERSION 1.5\r\ndata_x\r\n_DIFFRN.ID DLS\r\n_Diffrn_Source.Type x\r\n" + PIXELS))
                .isEqualTo(CbfKind.FULL);
    }

    @Test
    void anImgCifWithoutTheWordOfCbfIsNone() throws IOException {
        assertThat(kind("#\\#CIF_2.0\ndata_x\n_diffrn.id DLS\n_diffrn_source.type x\n"))
                .isEqualTo(CbfKind.NONE);
    }

    private CbfKind kind(String content) throws IOException {
        Files.writeString(folder.resolve("x_1.cbf"), content, StandardCharsets.ISO_8859_1);
        RawFiles files = RawFiles.at(folder, new DataRoots(List.of(folder)));
        List<Head> heads = new ArrayList<>();
        files.heads(files.list(), CbfKind.BYTES, heads::add);
        return CbfKind.of(heads.get(0));
    }
}
