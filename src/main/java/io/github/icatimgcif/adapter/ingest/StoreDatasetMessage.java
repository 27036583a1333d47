package io.github.icatimgcif.adapter.ingest;

import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import io.github.icatimgcif.conversion.register.RegistrationMessage;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The message by which pyicat-plus' {@code store_processed_data} asks for a processed dataset, with the same elements in the same
 * order. What must be there by that protocol has its names; other facts are said where the facility names a parameter for them.
 *
 * @see <a href="https://pyicat-plus.readthedocs.io">pyicat-plus</a>
 */
public final class StoreDatasetMessage implements RegistrationMessage {

    /** Written whether the facility names parameters for them or not: the protocol has them. */
    private static final List<Fact> OF_THE_PROTOCOL =
            List.of(Fact.SAMPLE_NAME, Fact.START_DATE, Fact.END_DATE, Fact.INPUT_DATASETS);

    // As Python's isoformat with an offset; UTC, so that nobody has to know where this service runs.
    private static final DateTimeFormatter ISO_FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);

    private final CatalogueNames names;
    private final String machine;
    private final String software;

    /**
     * @param names    what the facility calls the facts
     * @param machine  the host that registers
     * @param software this program and its version
     */
    public StoreDatasetMessage(CatalogueNames names, String machine, String software) {
        this.names = names;
        this.machine = machine;
        this.software = software;
    }

    @Override
    public String of(RegistrationRequest request) {
        refuseWhatWouldBeMisread(request);
        String sample =
                request.raw().sample().isBlank() ? "unknown" : request.raw().sample();
        String started = ISO_FORMAT.format(request.started());
        String finished = ISO_FORMAT.format(request.finished());
        XmlText xml = new XmlText()
                .open("dataset", " xmlns:tns=\"http://www.esrf.fr/icat\" complete=\"true\"")
                .element("investigation", request.entry().proposal())
                .element("instrument", instrument(request))
                .element("name", request.name())
                .element("location", request.location());
        parameter(xml, "Sample_name", sample);
        xml.open("sample", "").element("name", sample).close("sample");
        parameter(xml, "startDate", started);
        xml.element("startDate", started);
        parameter(xml, "endDate", finished);
        xml.element("endDate", finished);
        for (Fact fact : List.of(Fact.PROGRAM, Fact.PROGRAM_VERSION, Fact.TRIGGERING, Fact.SCAN_TYPE)) {
            fact(xml, fact, request);
        }
        parameter(xml, "input_datasets", request.raw().location());
        for (Fact fact : Fact.values()) {
            if (fact.compareTo(Fact.SCAN_TYPE) > 0 || isCountOrMark(fact)) {
                fact(xml, fact, request);
            }
        }
        parameter(xml, "machine", machine);
        parameter(xml, "software", software);
        return xml.close("dataset").toString();
    }

    private static boolean isCountOrMark(Fact fact) {
        return fact == Fact.INPUT_DATASET_IDS || fact == Fact.SHA256 || fact == Fact.NUMBER_OF_IMAGES;
    }

    private void fact(XmlText xml, Fact fact, RegistrationRequest request) {
        Optional<String> name = names.parameter(fact);
        if (name.isPresent() && !OF_THE_PROTOCOL.contains(fact)) {
            parameter(xml, name.get(), value(fact, request));
        }
    }

    private String value(Fact fact, RegistrationRequest request) {
        return switch (fact) {
            case INPUT_DATASETS -> request.raw().location();
            case INPUT_DATASET_IDS -> Long.toString(request.entry().id());
            case PROGRAM -> names.application();
            case PROGRAM_VERSION -> names.applicationVersion();
            case TRIGGERING -> "AUTOMATIC";
            case SHA256 -> request.imgCif().sha256();
            case NUMBER_OF_IMAGES -> Integer.toString(request.frames());
            case SAMPLE_NAME -> request.raw().sample();
            case SCAN_TYPE -> "imgCIF";
            case START_DATE -> iso(request.started());
            case END_DATE -> iso(request.finished());
            case VERDICT -> request.judgement().verdict();
            case WARNINGS -> Integer.toString(request.judgement().warnings().size());
            case WARNING_TEXTS -> String.join(" | ", request.judgement().texts());
            case CHECK_IMG_CIF -> request.judgement().checkImgCif();
            case DICTIONARY_VERSION -> request.judgement().dictionary();
        };
    }

    private static String iso(Instant instant) {
        return ISO_FORMAT.format(instant);
    }

    private static void parameter(XmlText xml, String name, String value) {
        xml.open("parameter", "").element("name", name).element("value", value).close("parameter");
    }

    /** The beamline as announced; ESRF-style catalogues keep it in the visit. */
    private static String instrument(RegistrationRequest request) {
        return request.raw()
                .beamline()
                .or(() -> Optional.of(request.entry().visit()))
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> new RegistrationRefused("the message to the ingester needs the beamline of "
                        + request.raw().location() + ": announce the dataset with it"));
    }

    private static void refuseWhatWouldBeMisread(RegistrationRequest request) {
        if (request.raw().location().contains(",")) {
            throw new RegistrationRefused("the ingester would read the location "
                    + request.raw().location() + " as several datasets, because of its comma: rename the folder");
        }
        if (request.entry().proposal().isBlank()) {
            throw new RegistrationRefused("the message to the ingester needs the proposal of "
                    + request.raw().location() + ": announce the dataset with it");
        }
    }
}
