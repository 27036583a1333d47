package io.github.icatimgcif.judge.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that break one rule each: what we find in them, where, and that cif_validate finds the same. */
final class BrokenFilesTest {

    @ParameterizedTest
    @MethodSource("table")
    void whatIsWrongIsFoundAtItsLine(BrokenFile broken) throws IOException {
        assertThat(Ours.remarks(broken.text()).stream().map(Ours::line))
                .containsExactlyInAnyOrderElementsOf(broken.findings());
    }

    @Test
    void theFileThatIsEditedIsGood() throws IOException {
        assertThat(Ours.remarks(BrokenFile.FOLDER.resolve("good.cif"))).isEmpty();
    }

    /** What stands behind a mistake in the syntax depends on how a reader goes on, so there only the mistake itself is compared. */
    @Test
    void cifValidateFindsTheSame(@TempDir Path folder) throws IOException, InterruptedException {
        List<BrokenFile> table = table();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            files.add(Files.writeString(
                    folder.resolve("case_" + i + ".cif"), table.get(i).text()));
        }
        Map<Path, TreeSet<String>> found = CifValidate.findings(files, folder);

        Map<String, List<String>> differences = new TreeMap<>();
        Map<String, List<String>> expected = new TreeMap<>();
        for (int i = 0; i < table.size(); i++) {
            TreeSet<String> theirs = found.getOrDefault(files.get(i), new TreeSet<>());
            TreeSet<String> ours = Ours.comparable(Ours.remarks(table.get(i).text()));
            differences.put(table.get(i).name(), differences(ours, theirs));
            expected.put(
                    table.get(i).name(),
                    table.get(i).differences().stream()
                            .map(line -> line.substring(0, line.indexOf(':')))
                            .sorted()
                            .toList());
        }
        assertThat(differences).isEqualTo(expected);
    }

    static List<BrokenFile> table() throws IOException {
        return BrokenFile.all();
    }

    private static List<String> differences(TreeSet<String> ours, TreeSet<String> theirs) {
        String syntax = DictionaryRule.SYNTAX.title();
        List<String> differences = new ArrayList<>();
        if (ours.contains(syntax) && theirs.contains(syntax)) {
            return differences;
        }
        ours.stream().filter(one -> !theirs.contains(one)).forEach(one -> differences.add("ours " + one));
        theirs.stream().filter(one -> !ours.contains(one)).forEach(one -> differences.add("theirs " + one));
        return differences;
    }
}
