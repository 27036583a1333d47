package io.github.icatimgcif.entrypoint.message;

import io.github.icatimgcif.dataset.StoredDataset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts of an announcement, gathered from a message of whatever shape; the rules for them are the same for all shapes. */
final class AnnouncedFacts {

    /** A fact that is a text. */
    enum Fact {
        NAME,
        PROPOSAL,
        SAMPLE,
        BEAMLINE,
        START_DATE,
        END_DATE
    }

    // PATH_MAX of Linux.
    private static final int LONGEST_PATH = 4096;

    // ICAT knows some hundred parameters of a technique.
    private static final int MOST_PARAMETERS = 5000;

    private static final char UNDECODABLE = '\ufffd';

    private final String pathIsCalled;
    private final Map<Fact, String> texts = new EnumMap<>(Fact.class);
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<String> input = new ArrayList<>();
    private Optional<String> path = Optional.empty();
    private Optional<Long> catalogueId = Optional.empty();

    /**
     * No facts yet.
     *
     * @param pathIsCalled how messages of this shape call the path of the data
     */
    AnnouncedFacts(String pathIsCalled) {
        this.pathIsCalled = pathIsCalled;
    }

    /** Where the data lie. */
    void path(String text) {
        String given = storable(pathIsCalled, text).strip();
        if (given.isEmpty()) {
            return;
        }
        if (!given.startsWith("/")) {
            throw new NotAnnouncement("the path is not absolute: '" + ShortText.of(given) + "' has to begin with /");
        }
        if (given.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new NotAnnouncement(
                    "the path is longer than " + LONGEST_PATH + " bytes: no file system has such a one");
        }
        if (given.chars().anyMatch(Character::isISOControl)) {
            throw new NotAnnouncement("the path has a control character in it");
        }
        if (given.indexOf(UNDECODABLE) >= 0) {
            throw new NotAnnouncement("the path has the character U+FFFD in it: somebody on its way could not read its"
                    + " encoding; send it in UTF-8 or, by STOMP, with content-length");
        }
        if (List.of(given.split("/", -1)).contains("..")) {
            throw new NotAnnouncement(
                    "the path has a part '..': give it without, as the same folder must have one name");
        }
        path = Optional.of(given);
    }

    /** A fact that is a text; one that is blank is not said. */
    void text(Fact fact, String called, String text) {
        String given = storable(called, text).strip();
        if (!given.isEmpty()) {
            texts.put(fact, given);
        }
    }

    /** The id of the dataset in the catalogue. */
    void catalogueId(long id) {
        catalogueId = Optional.of(id);
    }

    /** A parameter. Two values of one name would leave open which was meant. */
    void parameter(String name, String value) {
        String former = parameters.put(storable("a parameter name", name), storable(name, value));
        if (former != null && !former.equals(value)) {
            throw new NotAnnouncement("the parameter '" + ShortText.of(name) + "' is given twice, as '"
                    + ShortText.of(former) + "' and as '" + ShortText.of(value) + "': give it once");
        }
        if (parameters.size() > MOST_PARAMETERS) {
            throw new NotAnnouncement("there are more than " + MOST_PARAMETERS + " parameters: no dataset has so many");
        }
    }

    /** Whether this parameter was given. */
    boolean hasParameter(String name) {
        return parameters.containsKey(name);
    }

    /** The text of a fact, if it was given. */
    Optional<String> said(Fact fact) {
        return Optional.ofNullable(texts.get(fact));
    }

    /** The location of a dataset that this one was made from. */
    void input(String location) {
        if (!location.isBlank()) {
            input.add(storable("input", location));
        }
    }

    /** The dataset that is announced; without a name, if none was said. */
    StoredDataset dataset() {
        String location = path.orElseThrow(
                () -> new NotAnnouncement("no path: give the absolute folder of the data as " + pathIsCalled));
        return new StoredDataset(
                said(Fact.NAME).orElse(""),
                said(Fact.PROPOSAL).orElse(""),
                said(Fact.SAMPLE).orElse(""),
                location,
                parameters,
                input,
                catalogueId,
                said(Fact.BEAMLINE),
                said(Fact.START_DATE),
                said(Fact.END_DATE));
    }

    /** PostgreSQL keeps no U+0000, and half a surrogate pair is no character: it would be another text when read again. */
    private static String storable(String called, String text) {
        if (text.indexOf(0) >= 0) {
            throw new NotAnnouncement(ShortText.of(called) + " has the character U+0000 in it");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new NotAnnouncement(ShortText.of(called) + " has half a surrogate pair in it");
        }
        return text;
    }
}
