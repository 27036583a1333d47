package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkedPartsTest {

    /** "2:3@4" is the link data_2 with three images, of which the first is number 4 of the series. */
    private static final Pattern PART = Pattern.compile("(\\d+):(\\d+)(?:@(\\d+))?");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1:2@1 2:3@4 3:3@7 | 9  | 3)",
                "2:3@4 3:3@7       | 9  | 1 to 3)",
                "1:3@1 3:3@7       | 9  | 4 to 6)",
                "1:2@1 2:2@4 3:3@7 | 9  | 3, 6)",
                "1:1@4             | 9  | 1 to 3)",
                "1:0@1 2:3@4       | 9  | 1 to 3)",
                "0:2@0 1:3@3       | 6  | 2)",
                "1:1@1 2:1@3 3:1@5 4:1@7 5:1@9 6:1@11 7:1@13 | 13 | 2, 4, 6, 8, 10 and others)"
            })
    void imagesAreMissingByTheirNumbers(String parts, int images, String numbers) {
        assertThat(parts(parts).missingBeforeOthers(images))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("image_nr_low").endsWith(": " + numbers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2:3 3:3         | 9   | the master links to no data file before data_2",
                "1:3 3:3         | 9   | the master links to no data file between data_1 and data_3",
                "1:2 2:3 3:3     | 9   | data_1 has 2 images where others have 3, and data_2 follows",
                "1:0 3:3         | 9   | the master links to no data file before data_3",
                "1:3@1 3:3       | 9   | the master links to no data file between data_1 and data_3",
                "1:3@1 3:3@1     | 9   | the master links to no data file between data_1 and data_3",
                "2:3@104 3:3@107 | 9   | the master links to no data file before data_2"
            })
    void dataFilesAreMissingByTheirLinksWhereNumbersOfImagesTellNothing(String parts, int images, String sentence) {
        assertThat(parts(parts).missingBeforeOthers(images)).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1:3@1 2:3@4       | 9", // ends early
                "1:3@1 2:2@4       | 9",
                "1:3@1 2:2@4 3:0@7 | 9", // a file that was made and never filled
                "1:3 2:2 3:0       | 9",
                "1:3 2:2           | 9",
                "0:3 1:3           | 9", // links that are counted from 0
                "0:3@0 1:3@3       | 9", // images that are counted from 0
                "1:3@1 2:3@1       | 9", // each file begins anew
                "1:3@101 2:3@104   | 9", // the detector was told to begin with 101
                "1:3@1 2:3@101     | 9", // numbers made by the angles of wedges
                "2:3@1 3:3@4       | 9", // the images are all there, whatever the links are called
                "2:3 4:2 5:4       | 9", // as many as the series has
                "1:3@1 3:4@7       | 7",
                "                  | 9"
            })
    void nothingIsMissingBeforeOthers(String parts, int images) {
        assertThat(parts(parts).missingBeforeOthers(images)).isEmpty();
    }

    /** The detector was told to begin with another number; or the writer began its files anew with each trigger. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1:3@4 2:3@7 | images are missing before others", "1:2 2:3 3:3 | data_1 has 2 images"})
    void whereAllAnnouncedImagesAreThereNoneIsMissing(String parts, String otherwise) {
        assertThat(parts(parts).missingBeforeOthers(9).orElseThrow()).startsWith(otherwise);
        assertThat(parts(parts).complete().missingBeforeOthers(9)).isEmpty();
    }

    private static LinkedParts parts(String parts) {
        List<LinkedParts.Part> all = Arrays.stream(
                        Optional.ofNullable(parts).orElse("").split(" "))
                .map(PART::matcher)
                .filter(Matcher::matches)
                .map(part -> new LinkedParts.Part(
                        "data_" + part.group(1),
                        Long.parseLong(part.group(1)),
                        Optional.ofNullable(part.group(3)).map(Long::valueOf),
                        Integer.parseInt(part.group(2))))
                .toList();
        return new LinkedParts(all);
    }
}
