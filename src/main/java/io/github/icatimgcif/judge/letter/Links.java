package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.cif.DataBlock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a block to its images. */
record Links(List<String> uris) {

    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[^\\s?#&]+");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

    /** What stands for the scheme of a link that has none. */
    static final String RELATIVE = "relative";

    Links {
        uris = List.copyOf(uris);
    }

    static Links of(DataBlock block) {
        return new Links(Said.all(block, "_array_data_external_data.uri"));
    }

    /** The schemes in lower case; {@link #RELATIVE} for a link without one. */
    Set<String> schemes() {
        Set<String> schemes = new TreeSet<>();
        for (String uri : uris) {
            Matcher scheme = SCHEME.matcher(uri);
            schemes.add(scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : RELATIVE);
        }
        return schemes;
    }

    /** Whether each link hangs off a DOI. */
    boolean hangOffDoi() {
        return !uris.isEmpty() && uris.stream().allMatch(uri -> doiIn(uri).isPresent());
    }

    /** The DOI of the dataset: as the block says, else that in the links if they have one and the same. */
    static Optional<String> doi(DataBlock block) {
        Optional<String> stated = Said.joined(block, "_database.dataset_doi");
        if (stated.isPresent()) {
            return stated;
        }
        Set<String> found = new LinkedHashSet<>();
        of(block).uris.forEach(uri -> doiIn(uri).ifPresent(found::add));
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** The DOI in a link: its registrant and the first step of the path after it. */
    private static Optional<String> doiIn(String uri) {
        Matcher doi = DOI.matcher(uri);
        if (!doi.find()) {
            return Optional.empty();
        }
        int second = doi.group().indexOf('/', doi.group().indexOf('/') + 1);
        return Optional.of(second < 0 ? doi.group() : doi.group().substring(0, second));
    }
}
