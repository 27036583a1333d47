package io.github.icatimgcif.entrypoint.message;

import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.message.AnnouncedFacts.Fact;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * The facts of an announcement that is an element {@code dataset} of ICAT. Its children come in any order: pyicat-plus writes the
 * sample and the dates among the parameters.
 */
final class XmlAnnouncement {

    /** The parameter that tells a processed dataset, and from what it was made. */
    private static final String INPUT = "input_datasets";

    /** The parameter that tells a dataset that is not whole yet; the attribute of the same name says "true" in any case. */
    private static final String COMPLETE = "complete";

    private static final Map<String, Fact> HEADER = Map.of(
            "investigation", Fact.PROPOSAL,
            "instrument", Fact.BEAMLINE,
            "name", Fact.NAME,
            "startDate", Fact.START_DATE,
            "endDate", Fact.END_DATE);

    /** What a parameter says where the header does not. */
    private static final Map<Fact, String> OTHERWISE = Map.of(
            Fact.SAMPLE, "Sample_name",
            Fact.START_DATE, "startDate",
            Fact.END_DATE, "endDate");

    private final XmlElements message;
    private final AnnouncedFacts facts = new AnnouncedFacts("the element location");
    private final Map<String, String> header = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();

    XmlAnnouncement(XmlElements message) {
        this.message = message;
    }

    /** The dataset that it announces. */
    StoredDataset dataset() throws XMLStreamException {
        Optional<String> complete = message.attribute(COMPLETE);
        message.children(this::take);
        // Said in any case, so that a later announcement takes an earlier "False" back.
        complete.filter(said -> !facts.hasParameter(COMPLETE)).ifPresent(said -> facts.parameter(COMPLETE, said));
        OTHERWISE.forEach((fact, parameter) -> {
            if (facts.said(fact).isEmpty() && parameters.containsKey(parameter)) {
                facts.text(fact, parameter, parameters.get(parameter));
            }
        });
        return facts.dataset();
    }

    private void take(String name) throws XMLStreamException {
        switch (name) {
            case "location" -> facts.path(once(name, message.text()));
            case "investigation", "instrument", "name", "startDate", "endDate" ->
                facts.text(HEADER.getOrDefault(name, Fact.NAME), name, once(name, message.text()));
            case "sample" -> sample();
            case "parameter" -> parameter();
            default -> message.passOver();
        }
    }

    private void sample() throws XMLStreamException {
        message.children(name -> {
            if (name.equals("name")) {
                facts.text(Fact.SAMPLE, "sample", once("sample", message.text()));
            } else {
                message.passOver();
            }
        });
    }

    private void parameter() throws XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        message.children(part -> {
            if (!part.equals("name") && !part.equals("value")) {
                message.passOver();
            } else if (parts.put(part, message.text()) != null) {
                throw new NotAnnouncement("a parameter has two elements '" + part + "': it has one");
            }
        });
        String name = parts.getOrDefault("name", "").strip();
        if (name.isEmpty()) {
            throw new NotAnnouncement("a parameter has no name: give it as <name> beside its <value>");
        }
        Optional.ofNullable(parts.get("value")).ifPresent(value -> parameter(name, value));
    }

    private void parameter(String name, String value) {
        if (name.equals(INPUT)) {
            Stream.of(once(name, value).split(","))
                    .map(String::strip)
                    .filter(location -> !location.isEmpty())
                    .forEach(facts::input);
            return;
        }
        facts.parameter(name, value);
        parameters.put(name, value);
    }

    private String once(String name, String text) {
        String former = header.put(name, text);
        if (former != null) {
            throw new NotAnnouncement("'" + name + "' is given twice, as '" + ShortText.of(former) + "' and as '"
                    + ShortText.of(text) + "': give it once");
        }
        return text;
    }
}
