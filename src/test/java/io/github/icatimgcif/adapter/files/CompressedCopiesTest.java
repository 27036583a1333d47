package io.github.icatimgcif.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompressedCopiesTest {

    @ParameterizedTest
    @CsvSource({
        "x_1.cbf x_1.cbf.gz, x_1.cbf",
        "x_1.cbf.bz2 x_1.cbf.gz, x_1.cbf.gz",
        "x_1.cbf x_1.cbf.bz2 x_1.cbf.gz, x_1.cbf",
        "x_1.cbf x_2.cbf.gz, x_1.cbf x_2.cbf.gz",
        "x_1.cbf.gz x_1.img, x_1.cbf.gz x_1.img"
    })
    void ofAFileAndItsCompressedCopyTheFileIsKept(String there, String kept) {
        CompressedCopies copies = of(there);

        assertThat(copies.originals()).extracting(RawFile::name).containsExactly(kept.split(" "));
        assertThat(copies.findings()).hasSize(there.equals(kept) ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "x_1.cbf x_1.cbf.gz, is taken for a compressed copy of the file of the same name",
        "x_1.cbf x_1.cbf.gz x_2.cbf x_2.cbf.gz x_3.cbf x_3.cbf.gz, and 2 more files are taken for compressed copies"
    })
    void whatIsLeftOutIsTold(String there, String said) {
        assertThat(of(there).findings().get(0).message()).contains(said);
        assertThat(of(there).findings().get(0).subject()).isEqualTo("x_1.cbf.gz");
    }

    private static CompressedCopies of(String names) {
        List<RawFile> files = Stream.of(names.split(" ")).map(RawFile::new).toList();
        return CompressedCopies.among(files);
    }
}
