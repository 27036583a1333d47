package io.github.icatimgcif.judge.checkimgcif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.ReportText;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.Presence;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesAccessibleTest {

    private static final String PASS = "Testing: All archives are accessible: PASS";
    private static final String FAIL = "Testing: All archives are accessible: FAIL";

    private final Path folder;
    private final Place place = new Place();

    ArchivesAccessibleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void itIsTheLastTestAndMadeOnlyWhereThereAreFiles() throws IOException {
        assertThat(judge("E1 https://a.example/x.tgz TGZ", Optional.empty()).tests())
                .hasSize(11);
        assertThat(judge("E1 https://a.example/x.tgz TGZ", Optional.of(place)).tests())
                .hasSize(12)
                .last()
                .extracting(TestResult::test)
                .isEqualTo("All archives are accessible");
    }

    @Test
    void everyArchiveIsAskedForOnce() throws IOException {
        place.there = Set.of("https://a.example/1.tgz");

        assertThat(lines("E1 https://a.example/1.tgz TGZ", "E2 https://a.example/1.tgz TGZ"))
                .containsExactly(PASS);
        assertThat(place.asked).containsExactly("https://a.example/1.tgz");
        assertThat(lines(
                        "E1 https://a.example/1.tgz TGZ",
                        "E2 https://a.example/2.tgz TGZ",
                        "E3 https://a.example/3.tgz TGZ"))
                .containsExactly(
                        FAIL,
                        "   Unable to access https://a.example/2.tgz",
                        "   Unable to access https://a.example/3.tgz");
    }

    @Test
    void theOriginalEndsWithSeveralSchemesOrArchives() throws IOException {
        assertThat(lines("E1 https://a.example/1.tgz TGZ", "E2 file:///1.tgz TGZ"))
                .containsExactly(
                        FAIL,
                        "   More than one URI scheme present in file: ['https', 'file']",
                        "   checkImgCIF ends with an error here");
        assertThat(lines("E1 https://a.example/1.tgz TGZ", "E2 https://a.example/1.tbz TBZ"))
                .containsExactly(
                        FAIL,
                        "   More than one archive type present in file: ['TGZ', 'TBZ']",
                        "   checkImgCIF ends with an error here");
        assertThat(lines("E1 ? TGZ"))
                .containsExactly(FAIL, "   a row without a URI", "   checkImgCIF ends with an error here");
    }

    @Test
    void relativeUrisAreOfOneSchemeWithThoseOfADisk() throws IOException {
        Files.createFile(folder.resolve("b.h5"));

        assertThat(lines(Optional.of(new LocalFolder(folder)), "E1 a.h5 .", "E2 file:///data/b.h5 ."))
                .containsExactly(PASS);
        assertThat(lines(Optional.of(new LocalFolder(folder)), "E1 a.h5 .", "E2 file:///data/c.h5 ."))
                .containsExactly(FAIL, "   Unable to access a.h5");
    }

    @Test
    void ofFilesOnAHostTheFirstMustBeBrought() throws IOException {
        Path brought = Files.createFile(folder.resolve("brought.h5"));
        place.brought = Optional.of(brought);
        place.there = Set.of("https://a.example/1.h5");

        assertThat(lines("E1 https://a.example/1.h5 .", "E2 https://a.example/2.h5 ."))
                .containsExactly(PASS);
        assertThat(place.opened).containsExactly("https://a.example/1.h5");
        place.brought = Optional.empty();
        assertThat(lines("E1 https://a.example/1.h5 ."))
                .containsExactly(
                        FAIL, "   https://a.example/1.h5 is too large", "   checkImgCIF ends with an error here");
    }

    @Test
    void whatMayNotBeAskedIsToldAndIsNoFailure() throws IOException {
        assertThat(lines("E1 rsync://a.example/1.cbf ."))
                .containsExactly(PASS, "   WARNING: rsync://a.example/1.cbf was not asked for: rsync is not spoken");
    }

    @Test
    void noMoreAreAskedThanThePlaceAllows() throws IOException {
        place.there = Set.of("https://a.example/1.tgz", "https://a.example/2.tgz");
        place.most = 2;

        assertThat(lines(
                        "E1 https://a.example/1.tgz TGZ",
                        "E2 https://a.example/2.tgz TGZ",
                        "E3 https://a.example/3.tgz TGZ"))
                .containsExactly(PASS, "   WARNING: of 3 URIs only the first 2 were asked for");
    }

    private List<String> lines(String... rows) throws IOException {
        return lines(Optional.of(place), rows);
    }

    private static List<String> lines(Optional<StoredFiles> files, String... rows) throws IOException {
        List<TestResult> tests = judge(String.join("\n", rows), files).tests();
        return ReportText.lines(tests.subList(11, tests.size()));
    }

    private static BlockReport judge(String rows, Optional<StoredFiles> files) throws IOException {
        String cif = "data_a\nloop_\n_array_data_external_data.id\n_array_data_external_data.uri\n"
                + "_array_data_external_data.archive_format\n" + rows + "\n";
        return CheckImgCif.judge(
                new CifReader()
                        .read(new ByteArrayInputStream(cif.getBytes(StandardCharsets.UTF_8)))
                        .get(0),
                new Evidence(files, Optional.empty()));
    }

    /** A place that has what it is told. */
    private static final class Place implements StoredFiles {

        private final List<String> asked = new ArrayList<>();
        private final List<String> opened = new ArrayList<>();
        private Set<String> there = Set.of();
        private Optional<Path> brought = Optional.empty();
        private int most = 100;

        @Override
        public Presence presence(String uri) {
            asked.add(uri);
            if (uri.startsWith("rsync")) {
                return new Presence.NotAsked("rsync is not spoken");
            }
            return there.contains(uri) ? new Presence.There() : new Presence.Missing(uri + " is not there");
        }

        @Override
        public StoredFile open(String uri) {
            opened.add(uri);
            return StoredFile.at(brought.orElseThrow(() -> new NotStored(uri + " is too large")));
        }

        @Override
        public int mostAsked() {
            return most;
        }
    }
}
