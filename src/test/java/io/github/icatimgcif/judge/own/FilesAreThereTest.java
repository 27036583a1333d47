package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.Presence;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilesAreThereTest {

    private final Path folder;

    FilesAreThereTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyMissingFileIsNamedOnceWithItsFirstRow() throws IOException {
        Files.createFile(folder.resolve("a.h5"));
        DataBlock block =
                Blocks.withTable("array_data_external_data", "id uri", "E1 a.h5", "E2 b.h5", "E3 b.h5", "E4 c.h5");

        List<Remark> remarks = new FilesAreThere(new LocalFolder(folder)).judge(block);

        assertThat(remarks).extracting(remark -> remark.row().getAsInt()).containsExactly(2, 4);
        assertThat(remarks.get(0).wrong()).startsWith("there is no file b.h5 in ");
    }

    @Test
    void whatIsMissingAndWhoIsSilentAreErrorsAndWhatMayNotBeAskedIsANote() {
        DataBlock block = Blocks.withTable(
                "array_data_external_data",
                "id uri",
                "E1 there:1",
                "E2 missing:1",
                "E3 rsync:1",
                "E4 rsync:2",
                "E5 silent:1",
                "E6 rsync:2");

        List<Remark> remarks = new FilesAreThere(new Answering(100)).judge(block);

        assertThat(remarks)
                .extracting(Remark::severity, remark -> remark.row().getAsInt(), Remark::wrong)
                .containsExactly(
                        tuple(Severity.ERROR, 2, "missing:1 is not there"),
                        tuple(Severity.ERROR, 5, "silent:1 does not answer"),
                        tuple(Severity.NOTE, 3, "not asked for 2 URIs, the first is rsync:1: rsync is not spoken"));
    }

    @Test
    void ofManyUrisTheFirstAndTheLastAreAskedFor() {
        Answering files = new Answering(5);
        DataBlock block = Blocks.withTable(
                "array_data_external_data",
                "id uri",
                rows("there:1", "there:2", "there:3", "missing:4", "there:5", "there:6", "missing:7"));

        List<Remark> remarks = new FilesAreThere(files).judge(block);

        assertThat(files.asked).containsExactly("there:1", "there:2", "there:3", "there:6", "missing:7");
        assertThat(remarks)
                .extracting(Remark::wrong)
                .containsExactly(
                        "missing:7 is not there", "of the 7 URIs only the first and the last, 5 in all, are asked for");
    }

    @Test
    void aPlaceThatDoesNotAnswerThreeTimesInARowIsLeftAlone() {
        Answering files = new Answering(100);
        DataBlock block = Blocks.withTable(
                "array_data_external_data",
                "id uri",
                rows("silent:1", "silent:2", "there:3", "silent:4", "silent:5", "silent:6", "there:7", "there:8"));

        List<Remark> remarks = new FilesAreThere(files).judge(block);

        assertThat(files.asked).hasSize(6).endsWith("silent:6");
        assertThat(remarks.get(remarks.size() - 1).wrong())
                .isEqualTo("2 more URIs were not asked for, because nobody answered 3 times in a row");
    }

    @Test
    void whoNeedNotTellTheReasonsApartHasOne() {
        Answering files = new Answering(100);

        assertThat(files.missing("there:1")).isEmpty();
        assertThat(files.missing("missing:1")).hasValue("missing:1 is not there");
        assertThat(files.missing("silent:1")).hasValue("silent:1 does not answer");
        assertThat(files.missing("rsync:1")).hasValue("rsync is not spoken");
    }

    private static String[] rows(String... uris) {
        return IntStream.range(0, uris.length)
                .mapToObj(i -> "E" + (i + 1) + " " + uris[i])
                .toArray(String[]::new);
    }

    /** Answers as the scheme of the URI says. */
    private static final class Answering implements StoredFiles {

        private final List<String> asked = new ArrayList<>();
        private final int most;

        Answering(int most) {
            this.most = most;
        }

        @Override
        public Presence presence(String uri) {
            asked.add(uri);
            return switch (uri.split(":")[0]) {
                case "there" -> new Presence.There();
                case "missing" -> new Presence.Missing(uri + " is not there");
                case "silent" -> new Presence.Unanswered(uri + " does not answer");
                default -> new Presence.NotAsked("rsync is not spoken");
            };
        }

        @Override
        public StoredFile open(String uri) {
            throw new NotStored("nothing is opened here");
        }

        @Override
        public int mostAsked() {
            return most;
        }
    }
}
