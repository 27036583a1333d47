package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A registration in ICAT's words, checked: what stands here ICAT can hold.
 *
 * @param known         ids of what it refers to
 * @param raw           id of the raw dataset
 * @param investigation id of its investigation, where the new dataset goes
 * @param sample        id of its sample
 * @param name          name of the new dataset
 * @param location      folder of the imgCIF, or the file itself where that folder is the raw dataset's own
 * @param description   for people
 * @param startDate     beginning of the conversion, as ICAT takes it
 * @param endDate       end of it
 * @param file          the imgCIF
 * @param parameters    what else is said of it
 */
record IcatDraft(
        IcatNames.Known known,
        long raw,
        long investigation,
        Optional<Long> sample,
        String name,
        String location,
        String description,
        String startDate,
        String endDate,
        File file,
        Map<Fact, IcatParameter> parameters) {

    /**
     * A datafile.
     *
     * @param name     file name
     * @param location absolute path
     * @param size     bytes, exactly: downloads are cut to it
     * @param checksum {@code sha256:} and 64 digits
     * @param modified when it was last written, as ICAT takes it
     */
    record File(String name, String location, long size, String checksum, String modified) {}

    /**
     * Facts of which one is left for the last step of a registration, the most telling first. A dataset has a parameter once, so
     * of two services that take the last step one is refused as a whole.
     */
    private static final List<Fact> SEALS = List.of(
            Fact.PROGRAM_VERSION, Fact.PROGRAM, Fact.TRIGGERING, Fact.SCAN_TYPE, Fact.END_DATE, Fact.START_DATE);

    IcatDraft {
        Map<Fact, IcatParameter> copy = new EnumMap<>(Fact.class);
        copy.putAll(parameters);
        parameters = Collections.unmodifiableMap(copy);
    }

    /**
     * Translates a request.
     *
     * @throws io.github.icatimgcif.conversion.register.RegistrationRefused if ICAT cannot hold it
     */
    static IcatDraft of(RegistrationRequest request, IcatNames names) {
        IcatNames.Known known = names.known();
        Path path = request.imgCif().path().toAbsolutePath();
        return new IcatDraft(
                known,
                request.entry().id(),
                request.entry().investigationId(),
                request.entry().sampleId(),
                IcatText.exact("the dataset's name", request.name(), IcatText.LONGEST_NAME),
                IcatText.exact("the dataset's location", request.location(), IcatText.LONGEST_LOCATION),
                IcatText.fitting("imgCIF of " + request.entry().name(), IcatText.LONGEST_DESCRIPTION),
                IcatText.date(request.started()),
                IcatText.date(request.finished()),
                file(request, path),
                parameters(request, names, known));
    }

    /**
     * What the last step is to carry: the first sealing parameter that the dataset does not have yet.
     *
     * @param present ids of the types of the parameters that it has
     */
    Optional<IcatParameter> seal(Set<Long> present) {
        return SEALS.stream()
                .flatMap(fact -> Optional.ofNullable(parameters.get(fact)).stream())
                .filter(parameter -> !present.contains(parameter.type().id()))
                .findFirst();
    }

    /** The parameters that the first step writes: all but the seal. */
    List<IcatParameter> withoutSeal() {
        Optional<IcatParameter> seal = seal(Set.of());
        return parameters.values().stream()
                .filter(parameter -> !seal.equals(Optional.of(parameter)))
                .toList();
    }

    private static File file(RegistrationRequest request, Path path) {
        String name = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        return new File(
                IcatText.exact("the name of the imgCIF", name, IcatText.LONGEST_NAME),
                IcatText.exact("the path of the imgCIF", path.toString(), IcatText.LONGEST_LOCATION),
                request.imgCif().size(),
                "sha256:" + request.imgCif().sha256(),
                IcatText.date(request.imgCif().modified()));
    }

    private static Map<Fact, IcatParameter> parameters(
            RegistrationRequest request, IcatNames names, IcatNames.Known known) {
        Map<Fact, IcatParameter> parameters = new EnumMap<>(Fact.class);
        known.parameters().forEach((fact, type) -> {
            String value = value(fact, request, names);
            if (!value.isEmpty()) {
                parameters.put(fact, new IcatParameter(type, value));
            }
        });
        return parameters;
    }

    private static String value(Fact fact, RegistrationRequest request, IcatNames names) {
        return switch (fact) {
            case INPUT_DATASETS -> request.raw().location();
            case INPUT_DATASET_IDS -> Long.toString(request.entry().id());
            case PROGRAM -> names.configured().application();
            case PROGRAM_VERSION -> names.configured().applicationVersion();
            case TRIGGERING -> "AUTOMATIC";
            case SHA256 -> request.imgCif().sha256();
            case NUMBER_OF_IMAGES -> Integer.toString(request.frames());
            case SAMPLE_NAME -> IcatText.fitting(request.raw().sample(), IcatText.LONGEST_VALUE);
            case SCAN_TYPE -> "imgCIF";
            case START_DATE -> IcatText.date(request.started());
            case END_DATE -> IcatText.date(request.finished());
            case VERDICT -> request.judgement().verdict();
            case WARNINGS -> Integer.toString(request.judgement().warnings().size());
            case WARNING_TEXTS -> IcatText.listed(request.judgement().texts(), IcatText.LONGEST_VALUE);
            case CHECK_IMG_CIF -> request.judgement().checkImgCif();
            case DICTIONARY_VERSION -> request.judgement().dictionary();
        };
    }
}
