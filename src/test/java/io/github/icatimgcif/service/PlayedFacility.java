package io.github.icatimgcif.service;

import io.github.icatimgcif.icatstub.IcatStub;
import io.github.icatimgcif.wiring.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A facility as the service meets it: data on disk, an ICAT server with a proposal and a sample, topics and a database of its
 * own on the shared servers. Only ICAT is played, by the stub; what comes to be in it is what the service wrote over HTTP.
 */
final class PlayedFacility implements AutoCloseable {

    private static final String FILE = """
        id: played
        dataRoots: [/nowhere]
        imgCifPath: "%s"
        externalUri: "{relative}"
        programNames: [icat-imgcif]
        skippedScanTypes: [xrf, energy_scan]
        datasetFolders: ["{proposal}/RAW_DATA"]
        catalogue:
          facility: LAB
          rawType: acquisition
          processedType: processed
          format: imgCIF
          application: icat-imgcif
          applicationVersion: "0.1.0"
          mayCreate: false
          parameters:
            inputDatasets: input_datasets
            inputDatasetIds: input_datasetIds
            sha256: imgCIF_sha256
            numberOfImages: imgCIF_numberOfImages
            sampleName: Sample_name
        """;

    /** The parameter that seals the second step of a registration, see IcatCatalogue. */
    private static final String SEAL = "    programVersion: Process_version\n";

    private final Path home;
    private final IcatStub icat = IcatStub.start();
    private final long investigation;
    private final long sample;
    private final Map<String, String> configuration = new HashMap<>();

    private PlayedFacility(Path folder, String facilityFile) throws IOException {
        home = folder.toRealPath();
        Path facilities = Files.createDirectories(home.resolve("config/facilities"));
        Files.writeString(facilities.resolve("played.yaml"), facilityFile);
        Files.createDirectories(home.resolve("data"));
        investigation = icat.content().addInvestigation(PlayedDataset.PROPOSAL, "ID30B");
        sample = icat.content().add("Sample", Map.of("investigation", investigation, "name", PlayedDataset.SAMPLE));
        icat.content().addParameterType("MX_detectorDistance", "mm", "NUMERIC");
        configuration.putAll(Map.of(
                "imgcif.configuration",
                home.resolve("config").toString(),
                "imgcif.facility",
                "played",
                "imgcif.data-roots",
                home.resolve("data").toString(),
                "imgcif.catalogue",
                "icat",
                "imgcif.icat.url",
                icat.baseUri().toString(),
                "imgcif.icat.credentials.username",
                IcatStub.USER,
                "imgcif.icat.credentials.password",
                IcatStub.PASSWORD));
        configuration.putAll(Map.of(
                "imgcif.jobs.polling", "200ms",
                "imgcif.jobs.heartbeat", "500ms",
                "imgcif.jobs.first-delay", "200ms",
                "imgcif.jobs.longest-delay", "500ms",
                "imgcif.jobs.sweep", "2s",
                "imgcif.jobs.quiet-time", "0s"));
        // Who may do what is the matter of AccessIT.
        configuration.put("imgcif.access", "open");
        for (String what : new String[] {"end-of-writing", "completeness", "tape"}) {
            configuration.put("imgcif.jobs.waits." + what + ".first", "200ms");
        }
        configuration.put("imgcif.jobs.waits.tape.longest", "500ms");
        configuration.put("imgcif.jobs.waits.permission.longest", "500ms");
        // Its services find only what they are told of, unless a test wants it otherwise.
        configuration.putAll(Map.of(
                "imgcif.sweep.every", "0",
                "imgcif.changes.every", "0",
                "imgcif.renewal.every", "0"));
    }

    /** One that writes beside the raw data. */
    static PlayedFacility in(Path folder) throws IOException {
        return in(folder, "{location}/{name}.cif");
    }

    /** One that writes where a template says. */
    static PlayedFacility in(Path folder, String imgCifPath) throws IOException {
        return new PlayedFacility(folder, FILE.formatted(imgCifPath) + SEAL);
    }

    /** One that registers no more facts than the recorded registrations have. */
    static PlayedFacility asRecorded(Path folder) throws IOException {
        return new PlayedFacility(folder, FILE.formatted("{location}/{name}.cif"));
    }

    /** One that registers as its file says: {@code storeDataset}, {@code both}. */
    static PlayedFacility registering(Path folder, String registration) throws IOException {
        return new PlayedFacility(
                folder, FILE.formatted("{location}/{name}.cif") + SEAL + "registration: " + registration + "\n");
    }

    /** What the facility's ingester does with a message: a processed dataset in ICAT; returns its id. */
    long ingest(String name, String location, PlayedDataset raw) {
        long id = icat.content()
                .add(
                        "Dataset",
                        Map.of(
                                "investigation",
                                investigation,
                                "sample",
                                sample,
                                "name",
                                name,
                                "location",
                                location,
                                "complete",
                                true,
                                "type",
                                icat.content().id("DatasetType", "processed")));
        icat.content().addParameter(id, "input_datasets", raw.key());
        return id;
    }

    /** Lets its services use the shared servers: a database and topics that nobody else has. */
    PlayedFacility onSharedServers() {
        String mark = UUID.randomUUID().toString().replace("-", "");
        configuration.putAll(SharedServers.configuration());
        onEmptyDatabase();
        configuration.put("mp.messaging.incoming.stored-datasets.topic", "stored." + mark);
        configuration.put("mp.messaging.incoming.stored-datasets.group.id", "service." + mark);
        configuration.put("mp.messaging.outgoing.dead-letters.topic", "dead." + mark);
        configuration.put("mp.messaging.outgoing.registered-imgcifs.topic", "registered." + mark);
        return this;
    }

    /** Leads its services to a new database on the shared servers; all else stays as it is. */
    PlayedFacility onEmptyDatabase() {
        Map<String, String> shared = SharedServers.configuration();
        String name = "played_" + UUID.randomUUID().toString().replace("-", "");
        String url = shared.get("quarkus.datasource.jdbc.url");
        try (var connection = DriverManager.getConnection(url, shared.get("quarkus.datasource.username"), "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a database for a test", e);
        }
        configuration.put("quarkus.datasource.jdbc.url", url.substring(0, url.lastIndexOf('/') + 1) + name);
        return this;
    }

    /** Leads its services to servers that nobody else uses. */
    PlayedFacility on(Map<String, String> servers) {
        configuration.putAll(servers);
        return this;
    }

    /** Lets its services start servers of their own. */
    PlayedFacility onOwnServers() {
        configuration.put("imgcif.embedded.kafka-port", Integer.toString(FreePort.any()));
        return this;
    }

    IcatStub icat() {
        return icat;
    }

    /** The folder that holds everything, the services' folders too. */
    Path home() {
        return home;
    }

    /** Starts a service in a folder of its own, which a restarted service shares with the one before it. */
    ServiceProcess start(String name, Map<String, String> more) throws IOException {
        Map<String, String> all = new HashMap<>(configuration);
        all.putAll(more);
        return ServiceProcess.start(Files.createDirectories(home.resolve(name)), FreePort.any(), all);
    }

    /** Starts one to which the permissions of files apply, also where this is root. */
    ServiceProcess startAsOrdinaryUser(String name, Map<String, String> more) throws IOException {
        Map<String, String> all = new HashMap<>(configuration);
        all.putAll(more);
        return ServiceProcess.startAsOrdinaryUser(Files.createDirectories(home.resolve(name)), FreePort.any(), all);
    }

    /** Starts one that has 256 MB of heap. */
    ServiceProcess startSmall(String name, Map<String, String> more) throws IOException {
        Map<String, String> all = new HashMap<>(configuration);
        all.putAll(more);
        return ServiceProcess.start(
                Files.createDirectories(home.resolve(name)),
                FreePort.any(),
                all,
                List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
    }

    /**
     * Starts one that is not told some settings as options of Java, but has them from elsewhere.
     *
     * @param environment more of its environment
     * @param untold      names of settings
     */
    ServiceProcess startTelling(
            String name, Map<String, String> more, Map<String, String> environment, Set<String> untold)
            throws IOException {
        Map<String, String> all = new HashMap<>(configuration);
        all.putAll(more);
        all.keySet().removeAll(untold);
        return ServiceProcess.start(
                Files.createDirectories(home.resolve(name)),
                FreePort.any(),
                all,
                List.of("-XX:TieredStopAtLevel=1"),
                environment);
    }

    /** Settings of its services under the names that they have in the environment; those that it does not make are left out. */
    Map<String, String> environment(String... names) {
        List<String> wanted = List.of(names);
        Map<String, String> environment = new HashMap<>();
        configuration.forEach((key, value) -> {
            String name = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
            if (wanted.contains(name)) {
                environment.put(name, value);
            }
        });
        return environment;
    }

    /** Adds lines to its file. */
    PlayedFacility saying(String lines) throws IOException {
        Files.writeString(home.resolve("config/facilities/played.yaml"), lines, StandardOpenOption.APPEND);
        return this;
    }

    /** Starts one that is to be measured: it compiles its code as in operation. */
    ServiceProcess startMeasured(Map<String, String> more) throws IOException {
        return startMeasured("measured", more);
    }

    /** Starts one of several that are to be measured. */
    ServiceProcess startMeasured(String name, Map<String, String> more) throws IOException {
        Map<String, String> all = new HashMap<>(configuration);
        all.putAll(more);
        List<String> options =
                List.of(System.getProperty("drill.java", "").strip().split(" +"));
        return ServiceProcess.start(
                Files.createDirectories(home.resolve(name)),
                FreePort.any(),
                all,
                options.stream().filter(option -> !option.isEmpty()).toList());
    }

    /** A dataset whose files are stored and that ICAT does not have. */
    PlayedDataset storedOnly(String name) throws IOException {
        return PlayedDataset.storedAt(home.resolve("data/mx2463/RAW_DATA").resolve(name));
    }

    /** A dataset whose files are stored and that ICAT has. */
    PlayedDataset stored(String name) throws IOException {
        PlayedDataset dataset = storedOnly(name);
        addToIcat(dataset);
        return dataset;
    }

    /** Puts a dataset into ICAT with parameters of crystallography; returns its id. */
    long addToIcat(PlayedDataset dataset) {
        long id = addToIcatBare(dataset);
        icat.content().addParameter(id, "MX_detectorDistance", 142.5);
        icat.content().addParameter(id, "MX_wavelength", 0.967697);
        icat.content().addParameter(id, "scanType", "datacollection");
        return id;
    }

    /** Puts a dataset into ICAT without parameters; returns its id. */
    long addToIcatBare(PlayedDataset dataset) {
        return icat.content()
                .add(
                        "Dataset",
                        Map.of(
                                "investigation",
                                investigation,
                                "sample",
                                sample,
                                "name",
                                dataset.name(),
                                "location",
                                dataset.location().toString(),
                                "complete",
                                true,
                                "type",
                                icat.content().id("DatasetType", "acquisition")));
    }

    /** Sends the announcement of a dataset as the facility's programs do. */
    void announce(PlayedDataset dataset) {
        send(dataset.key(), dataset.event());
    }

    /** Sends the announcements of many datasets at once. */
    void announceAll(List<PlayedDataset> datasets) {
        kafka().sendAll(datasets.stream()
                .map(dataset -> KafkaClients.message(topic(), dataset.key(), dataset.event()))
                .toList());
    }

    /** Sends anything to the topic. */
    void send(String key, String content) {
        kafka().send(topic(), key, content);
    }

    KafkaClients kafka() {
        String own = "localhost:" + configuration.get("imgcif.embedded.kafka-port");
        return new KafkaClients(configuration.getOrDefault("kafka.bootstrap.servers", own));
    }

    /** Spares a test the seconds until the broker notices that a service was killed. */
    void noticeTheDeathOfServices() {
        kafka().forgetMembers(group());
    }

    /** The group that its services take announcements as. */
    String group() {
        return configuration.getOrDefault("mp.messaging.incoming.stored-datasets.group.id", "icat-imgcif");
    }

    /** Returns when so many services read the topic, each with a part of it. */
    void awaitReaders(int services) {
        kafka().awaitReaders(group(), services);
    }

    String topic() {
        return configuration.getOrDefault("mp.messaging.incoming.stored-datasets.topic", "icat.dataset.stored");
    }

    String deadLetters() {
        return configuration.getOrDefault("mp.messaging.outgoing.dead-letters.topic", "icat.dataset.stored.dead");
    }

    String registered() {
        return configuration.getOrDefault("mp.messaging.outgoing.registered-imgcifs.topic", "icat.imgcif.registered");
    }

    /** Returns when its services have confirmed so many announcements: those do not come again by themselves. */
    void awaitConfirmed(long announcements) {
        kafka().awaitConfirmed(
                        configuration.get("mp.messaging.incoming.stored-datasets.group.id"), topic(), announcements);
    }

    /** Forgets how far its services have read the topic up to now: they read it again from its beginning. None may run. */
    void rewindTopic() {
        kafka().rewind(group(), topic());
    }

    /** A session of the services' database. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                configuration.get("quarkus.datasource.jdbc.url"), configuration.get("quarkus.datasource.username"), "");
    }

    /** The first column of the first row that the services' database answers. */
    long count(String query) throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() {
        icat.close();
    }
}
