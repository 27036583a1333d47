package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import io.github.icatimgcif.conversion.validate.Judgement;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.icatstub.IcatStub;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stub with one raw dataset, and clients of it that wait without time passing. */
final class Laboratory implements AutoCloseable {

    static final String RAW = "/data/visitor/mx2562/id231/20240310/RAW_DATA/Ins-x0303/run_06/run_06_datacollection";
    static final String PROCESSED = "/data/visitor/mx2562/id231/20240310/PROCESSED_DATA/Ins-x0303/run_06/imgcif";
    static final String NAME = "Ins-x0303-run_06-imgCIF";
    static final String SHA = "0123456789abcdef".repeat(4);

    final IcatStub stub;
    final long investigation;
    final long sample;
    final long raw;
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    Laboratory() {
        this(IcatStub.start());
    }

    Laboratory(IcatStub stub) {
        this.stub = stub;
        investigation = stub.content().addInvestigation("MX2562", "ID23-1");
        sample = stub.content().add("Sample", Map.of("investigation", investigation, "name", "Ins-x0303"));
        judgement()
                .forEach((fact, name) ->
                        stub.content().addParameterType(name, "NA", fact == Fact.WARNINGS ? "NUMERIC" : "STRING"));
        raw = stub.content()
                .add(
                        "Dataset",
                        Map.of(
                                "investigation",
                                investigation,
                                "sample",
                                sample,
                                "name",
                                "Ins-x0303-run_06",
                                "location",
                                RAW,
                                "complete",
                                true,
                                "type",
                                1L));
    }

    Icat client() {
        return client(names(facts(), false), Clock.systemUTC());
    }

    Icat client(CatalogueNames names, Clock clock) {
        return new Icat(
                access(IcatStub.PASSWORD, Duration.ofSeconds(10)), names, clock, pauses::add, IcatCalls.UNHEARD);
    }

    IcatAccess access(String password, Duration readTimeout) {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("username", IcatStub.USER);
        credentials.put("password", password);
        return new IcatAccess(stub.baseUri(), "simple", credentials, Duration.ofSeconds(3), readTimeout);
    }

    static Map<Fact, String> facts() {
        Map<Fact, String> facts = new LinkedHashMap<>(unsealed());
        facts.put(Fact.PROGRAM, "Process_program");
        facts.put(Fact.PROGRAM_VERSION, "Process_version");
        return facts;
    }

    /** What the judge says too. */
    static Map<Fact, String> judged() {
        Map<Fact, String> facts = new LinkedHashMap<>(facts());
        facts.putAll(judgement());
        return facts;
    }

    private static Map<Fact, String> judgement() {
        return Map.of(
                Fact.VERDICT, "imgCIF_verdict",
                Fact.WARNINGS, "imgCIF_warnings",
                Fact.WARNING_TEXTS, "imgCIF_warningTexts",
                Fact.CHECK_IMG_CIF, "imgCIF_checkImgCIF",
                Fact.DICTIONARY_VERSION, "imgCIF_dictionaryVersion");
    }

    /** None of the parameters that can seal a second step. */
    static Map<Fact, String> unsealed() {
        Map<Fact, String> facts = new LinkedHashMap<>();
        facts.put(Fact.INPUT_DATASETS, "input_datasets");
        facts.put(Fact.INPUT_DATASET_IDS, "input_datasetIds");
        facts.put(Fact.SHA256, "imgCIF_sha256");
        facts.put(Fact.NUMBER_OF_IMAGES, "imgCIF_numberOfImages");
        facts.put(Fact.SAMPLE_NAME, "Sample_name");
        return facts;
    }

    static CatalogueNames names(Map<Fact, String> facts, boolean mayCreate) {
        return new CatalogueNames(
                "LAB", "acquisition", "processed", "imgCIF", "icat-imgcif", "0.1.0", facts, mayCreate);
    }

    /** Those of another program. */
    static CatalogueNames namesOf(String application) {
        return new CatalogueNames("LAB", "acquisition", "processed", "imgCIF", application, "1", facts(), false);
    }

    static StoredDataset announced() {
        return new StoredDataset(
                "Ins-x0303-run_06",
                "MX2562",
                "Ins-x0303",
                RAW,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.of("ID23-1"),
                Optional.empty(),
                Optional.empty());
    }

    RegistrationRequest request() {
        return request(NAME, SHA, 41_234);
    }

    RegistrationRequest request(String name, String sha, long size) {
        return request(raw, name, sha, size);
    }

    /** The same of another raw dataset. */
    RegistrationRequest requestFor(long rawDataset, String name) {
        return request(rawDataset, name, SHA, 41_234);
    }

    private RegistrationRequest request(long rawDataset, String name, String sha, long size) {
        CatalogueEntry entry = new CatalogueEntry(
                rawDataset,
                "Ins-x0303-run_06",
                RAW,
                investigation,
                "MX2562",
                "ID23-1",
                Optional.of(sample),
                Optional.empty(),
                Optional.empty(),
                true,
                false);
        WrittenImgCif file = new WrittenImgCif(
                Path.of(PROCESSED, "run_06.cif"), size, sha, Instant.parse("2024-06-11T08:11:13.123456Z"), true);
        return new RegistrationRequest(
                announced(),
                entry,
                file,
                name,
                720,
                new Judgement(
                        List.of(
                                Finding.warning("_diffrn_detector.make", "no source says it"),
                                Finding.warning("beamline", "nothing is known of beamline 'ID99'")),
                        false,
                        "1.8.9"),
                Instant.parse("2024-06-11T08:11:12.345678Z"),
                Instant.parse("2024-06-11T08:11:13.9Z"));
    }

    @Override
    public void close() {
        stub.close();
    }
}
