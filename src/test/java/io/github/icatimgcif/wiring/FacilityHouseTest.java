package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.judge.dictionary.Dictionaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FacilityHouseTest {

    private final Path folder;

    FacilityHouseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theDictionaryThatIsShippedIsTheOneWithoutAnAnswer() {
        assertThat(new FacilityHouse().dictionary(Settings.of(Map.of()))).isSameAs(Dictionaries.shipped());
    }

    @Test
    void aFolderWithoutADictionaryIsSaidWithWhatWouldBeRight() {
        assertThatThrownBy(this::dictionary)
                .hasMessage("there is no dictionary in " + folder
                        + ": give a folder with cif_img.dic and the files that it imports");
    }

    @Test
    void aDictionaryThatCannotBeReadIsSaidWithWhatWouldBeRight() throws IOException {
        Files.writeString(folder.resolve("cif_img.dic"), "#\\#CIF_2.0\ndata_CIF_IMG\n_dictionary.title\n");

        assertThatThrownBy(this::dictionary)
                .hasMessageStartingWith("the dictionary in " + folder + " cannot be used: ")
                .hasMessageEndingWith("; take the DDLm files of one release of CIF_IMG and all that they import")
                .hasNoCause();
    }

    private void dictionary() {
        new FacilityHouse().dictionary(Settings.of(Map.of("imgcif.dictionary", folder.toString())));
    }
}
