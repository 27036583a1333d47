package io.github.icatimgcif.conversion.map;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a facility links to raw files: in the imgCIFs that it keeps, and in those that somebody takes away. For the placeholders see
 * {@link ExternalUris}; a link into the portal may name the file by {@code {datafileId}}, its id in the catalogue.
 *
 * @param kept   in the imgCIFs that are kept
 * @param portal into the data portal; empty where the facility has not said how
 * @param doi    to what is published under the dataset's DOI
 */
public record LinkTemplates(String kept, Optional<String> portal, String doi) {

    /** The place of the data by their DOI, and which file it is by the fragment. */
    public static final String USUAL_DOI = "https://doi.org/{doi}#{below}";

    /** What is replaced by the id of a file in the catalogue. */
    public static final String FILE_ID = "{datafileId}";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*\\}");
    private static final Set<String> KNOWN = Set.of("{path}", "{below}", "{id}", "{doi}", FILE_ID);
    private static final Set<String> TELL_FILES_APART = Set.of("{path}", "{below}", FILE_ID);

    /** What is wrong with a template of links that are taken away; empty if nothing is. */
    public static Optional<String> mistake(String template) {
        boolean tellsApart = false;
        for (Matcher found = PLACEHOLDER.matcher(template); found.find(); ) {
            if (!KNOWN.contains(found.group())) {
                return Optional.of("the placeholder " + found.group() + " is not known here; known are {path}, {below},"
                        + " {id}, {doi}, {datafileId}");
            }
            tellsApart |= TELL_FILES_APART.contains(found.group());
        }
        return tellsApart
                ? Optional.empty()
                : Optional.of("all files of a dataset would have one link: put {below}, {path} or {datafileId} in it");
    }
}
