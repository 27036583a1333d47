package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.backlog.CatalogueDatasets;
import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.access.CatalogueUsers;
import io.github.icatimgcif.conversion.access.SignIns;
import io.github.icatimgcif.conversion.collect.Archive;
import io.github.icatimgcif.conversion.collect.CatalogueChanges;
import io.github.icatimgcif.conversion.collect.CatalogueFiles;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.conversion.collect.UnconvertedDatasets;
import io.github.icatimgcif.conversion.register.Catalogue;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An ICAT server with one session of ours: the ports of the conversion, and whether it is fit for them. */
public final class Icat implements AutoCloseable {

    private final IcatAccess access;
    private final Clock clock;
    private final CatalogueNames catalogueNames;
    private final IcatEntities entities;
    private final IcatServer server;
    private final IcatCalls calls;
    private final IcatSession session;
    private final IcatNames names;
    private final IcatDatasets datasets;
    private final IcatMetadata metadata;
    private final IcatCatalogue catalogue;
    private final IcatUnconverted unconverted;
    private final IcatChanges changes;
    private final IcatSelection selection;

    /**
     * Talks to nobody yet.
     *
     * @param access  where it is and who we are
     * @param names   what the facility calls things
     * @param clock   the time by which the session is refreshed
     * @param waiting how time passes between tries of a registration
     * @param calls   hears of each call, those to the IDS included
     */
    public Icat(IcatAccess access, CatalogueNames names, Clock clock, Waiting waiting, IcatCalls calls) {
        this.access = access;
        this.clock = clock;
        this.catalogueNames = names;
        this.calls = calls;
        this.server = new IcatServer(access, calls);
        this.session = new IcatSession(server, access, clock);
        this.entities = new IcatEntities(server, session);
        this.names = new IcatNames(entities, names, clock);
        this.datasets = new IcatDatasets(entities, names);
        this.metadata = new IcatMetadata(entities);
        this.catalogue = new IcatCatalogue(entities, session, this.names, waiting);
        this.unconverted = new IcatUnconverted(entities, session, names);
        this.changes = new IcatChanges(entities, session);
        this.selection = new IcatSelection(entities, names);
    }

    /**
     * What says whether data are on tape.
     *
     * @param ids     address of the IDS: {@code https://icat.example.org/ids}
     * @param breaker keeps questions away while it does not answer
     */
    public Archive archive(URI ids, CircuitBreaker breaker) {
        IcatServer server = new IcatServer(
                new IcatAccess(
                        ids,
                        access.plugin(),
                        access.credentials(),
                        access.connectTimeout(),
                        access.readTimeout(),
                        access.trust()),
                calls);
        return new IdsArchive(server, session, breaker);
    }

    /**
     * Its users, and what it shows to them.
     *
     * @param visitors who we are for those who have no session; empty if they see nothing
     */
    public CatalogueUsers users(Optional<IcatAccess> visitors) {
        return new IcatUsers(
                server, entities, catalogueNames, session, visitors.map(who -> new IcatSession(server, who, clock)));
    }

    /** Lets its users in. */
    public SignIns signIns() {
        return new IcatSignIns(server);
    }

    /** Finds datasets. */
    public Datasets datasets() {
        return datasets;
    }

    /** Reads what it says of them. */
    public MetadataSource metadata() {
        return metadata;
    }

    /** Registers imgCIFs. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Tells which raw datasets have no imgCIF. */
    public UnconvertedDatasets unconverted() {
        return unconverted;
    }

    /** Finds the raw datasets of a selection. */
    public CatalogueDatasets selection() {
        return selection;
    }

    /** Tells which files it has of a dataset. */
    public CatalogueFiles files() {
        return new IcatFiles(entities);
    }

    /** Tells what has become different of datasets. */
    public CatalogueChanges changes() {
        return changes;
    }

    /**
     * Asks ICAT for our session, which it looks up in its database; so this notices a lost database, which the version does not.
     *
     * @return minutes that the session lives on
     * @throws Unavailable if ICAT cannot be worked with now
     */
    public double health() {
        return session.remainingMinutes();
    }

    /**
     * Whether everything is there that registrations refer to. Creates what is missing where the configuration allows it.
     *
     * @return what is missing or wrong, by name, each with what would be right; empty if all is well
     * @throws Unavailable if ICAT does not answer
     */
    public List<String> check() {
        List<String> problems = new ArrayList<>();
        JsonNode properties = content("properties");
        List<String> plugins = new ArrayList<>();
        properties
                .path("authenticators")
                .forEach(one -> plugins.add(one.path("mnemonic").asText()));
        if (!plugins.isEmpty() && !plugins.contains(access.plugin())) {
            problems.add("ICAT has no authenticator '" + access.plugin() + "', only " + plugins);
            return problems;
        }
        problems.addAll(names.problems());
        return problems;
    }

    /** Logs out. */
    @Override
    public void close() {
        session.close();
    }

    private JsonNode content(String resource) {
        IcatCall call = IcatCall.get(resource);
        return server.call(call).content(call);
    }
}
