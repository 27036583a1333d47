package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.entrypoint.access.AccessMode;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What whoever runs the service may decide. The defaults, and why they are so, are in application.properties. */
@ConfigMapping(prefix = "imgcif")
public interface ServiceConfig {

    /** Folder of everything the embedded servers keep. */
    @WithDefault("var")
    String home();

    /** Folder of what a facility edits: mapping, beamlines, facilities. Files that are not there are those shipped inside. */
    @WithDefault("config")
    String configuration();

    /** Short name of the facility: the file {@code facilities/<name>.yaml} says where data lie and what the catalogue calls things. */
    @WithDefault("demonstration")
    String facility();

    /** Folder with the DDLm files of a dictionary that every imgCIF is held against; without it the one that is shipped. */
    Optional<String> dictionary();

    /** Whether the first start with the facility {@code demonstration} stores and converts the sample dataset. */
    @WithDefault("true")
    boolean demonstration();

    /**
     * Folders below which data are read and imgCIFs written; else those of the facility's file. Nothing outside is ever opened.
     */
    Optional<List<String>> dataRoots();

    /** Whether the header of every CBF file of a series is read, also where those that are sampled agree. */
    @WithDefault("false")
    boolean allHeaders();

    /** Files, PEM, of authorities that are believed over TLS besides those that the Java platform knows: ICAT, IDS, ActiveMQ. */
    Optional<List<String>> trustedCertificates();

    /** The servers inside this service. */
    Embedded embedded();

    /** What a message may be. */
    Messages messages();

    /** The queue of ActiveMQ that is listened to. */
    ActiveMq activemq();

    /** How much a check over HTTP may take. */
    ChecksConfig checks();

    /** Who may do what over HTTP. */
    AccessConfig access();

    /** How much downloads may take. */
    DownloadsConfig downloads();

    /** How often somebody may ask. */
    RatesConfig rates();

    /** How waiting datasets are worked off. */
    JobsConfig jobs();

    /** Which catalogue; without an answer ICAT if it has a URL, else the embedded one. */
    Optional<CatalogueChoice> catalogue();

    /** The ICAT server. */
    Icat icat();

    /** How the catalogue is looked through for datasets that nobody announced. */
    LookingConfig.Sweep sweep();

    /** How datasets are noticed of which the catalogue says something else now. */
    LookingConfig.Changes changes();

    /** How datasets are converted again that were made by other versions, or are released. */
    LookingConfig.Renewal renewal();

    /** How the disk is looked through. */
    LookingConfig.DiskScan diskScan();

    /** How backlogs are worked off. */
    LookingConfig.Backlog backlog();

    /** The archive of the ICAT server. */
    Ids ids();

    /** How the log is written. No code asks: application.properties does, by {@code imgcif.logs.json} in the settings of Quarkus. */
    Logs logs();

    /** For crash drills only. */
    Drill drill();

    /** The catalogues this service can work with. */
    enum CatalogueChoice {
        /** On the service's own PostgreSQL. */
        EMBEDDED,
        /** An ICAT server. */
        ICAT
    }

    /** How the log is written. */
    interface Logs {
        /** Whether as JSON, for programs; else in lines for people. */
        @WithDefault("false")
        boolean json();
    }

    /** The servers inside this service. */
    interface Embedded {
        /** Port of the embedded broker; 0 for any free one. */
        @WithDefault("9092")
        int kafkaPort();
    }

    /** What a message may be. */
    interface Messages {
        /** Bytes above which a message is not read. */
        @WithDefault("524288")
        int largest();
    }

    /** The queue of ActiveMQ that is listened to. */
    interface ActiveMq {
        /** Brokers that speak AMQP 1.0, {@code host:port}, of which one has the queue at a time; none for no such door. */
        Optional<List<String>> brokers();

        /** Name of the queue; nobody else may read from it. */
        @WithDefault("icatIngest.imgcif")
        String queue();

        /** Name of the queue where messages go, too, that announce no dataset; none for no such queue. */
        Optional<String> deadLetterQueue();

        /** Whom the broker is to know us as. */
        Optional<String> username();

        /** What the broker asks for. */
        Optional<String> password();

        /** Whether the connection is by TLS. */
        @WithDefault("false")
        boolean tls();
    }

    /** How much a check over HTTP may take. */
    interface ChecksConfig {
        /** Bytes above which an uploaded file is refused; also the most that Quarkus lets a body have. */
        @WithDefault("64M")
        MemorySize largest();

        /** Bytes above which an uploaded file that is compressed is refused, once unpacked. */
        @WithDefault("256M")
        MemorySize largestUnpacked();

        /** Bytes above which an image file that is packed is not unpacked for a report or an exported frame. */
        @WithDefault("256M")
        MemorySize largestImage();

        /** Checks at the same time. */
        @WithDefault("2")
        int atOnce();

        /** How long a check may take, the upload included. */
        @WithDefault("60s")
        Duration longest();

        /** What may be asked over the network about the files that an imgCIF links to. */
        Network network();
    }

    /** How waiting datasets are worked off. */
    interface JobsConfig {
        /** Conversions at once. */
        @WithDefault("4")
        int threads();

        /** How long a due job may go unnoticed. */
        @WithDefault("1s")
        Duration polling();

        /** How often a running job says that it lives. */
        @WithDefault("5s")
        Duration heartbeat();

        /** Wait before the second try. */
        @WithDefault("5s")
        Duration firstDelay();

        /** Longest wait between two tries. */
        @WithDefault("10m")
        Duration longestDelay();

        /** How long something missing is waited for. */
        @WithDefault("24h")
        Duration deadline();

        /** What differs from {@code first-delay}, {@code longest-delay} and {@code deadline} for one thing that is waited for. */
        Map<WaitsFor, WaitConfig> waits();

        /** How long a raw file must not have been written to, to count as whole. */
        @WithDefault("3s")
        Duration quietTime();

        /** How many datasets in a row find that something does not answer before it is asked only now and then. */
        @WithDefault("5")
        int breakerFailures();

        /** How many datasets come back in a second once it answers again. */
        @WithDefault("20")
        int returnRate();

        /** How often a conversion that ended by an error of this service is tried again. */
        @WithDefault("3")
        int errorRetries();

        /** How often forgotten datasets are looked for. */
        @WithDefault("1m")
        Duration sweep();

        /** How long the end of the service waits for running conversions. */
        @WithDefault("30s")
        Duration shutdownWait();
    }

    /** How long is waited for one thing. */
    interface WaitConfig {
        /** Wait before the second try. */
        Optional<Duration> first();

        /** Longest wait between two tries. */
        Optional<Duration> longest();

        /** How long it is waited for, from the announcement. */
        Optional<Duration> deadline();
    }

    /** The archive of an ICAT server, the IDS. */
    interface Ids {
        /** Its address ({@code https://icat.example.org/ids}); none where no data go to tape. */
        Optional<String> url();

        /** Whether data are asked back from tape. */
        @WithDefault("false")
        boolean restore();

        /** How many datasets are asked for at once. */
        @WithDefault("50")
        int batch();

        /** How many datasets may be on their way at the same time. */
        @WithDefault("500")
        int most();

        /** How often the next are asked for. */
        @WithDefault("1m")
        Duration every();
    }

    /** The ICAT server. */
    interface Icat {
        /** Its REST interface ({@code https://icat.example.org/icat}); none for a laboratory without ICAT. */
        Optional<String> url();

        /** The authenticator that knows us. */
        @WithDefault("simple")
        String plugin();

        /** What the authenticator wants to know: for {@code simple} a username and a password. */
        Map<String, String> credentials();

        /** Who we are for those who come without a session; else they see no dataset. */
        Optional<Visitor> anonymous();

        /** How long a connection may take to stand. */
        @WithDefault("3s")
        Duration connectTimeout();

        /** How long an answer may take; a database that is away shows after ten seconds. */
        @WithDefault("30s")
        Duration readTimeout();
    }

    /** How the service logs in for those who come without a session. */
    interface Visitor {
        /** The authenticator: {@code anon}. */
        String plugin();

        /** What it wants to know: for {@code anon} nothing. */
        Map<String, String> credentials();
    }

    /** Who may do what over HTTP. */
    interface AccessConfig {
        /** By what it is told who somebody is; without an answer ICAT, or with the embedded catalogue this machine. */
        @WithParentName
        Optional<AccessMode> mode();

        /** The same where that is not answered and the catalogue is no ICAT. */
        @WithDefault("local")
        AccessMode withoutIcat();

        /** Who may reprocess, scan and look at everything: {@code simple/alice}, {@code grouping:NAME}. */
        Optional<List<String>> operators();

        /** Who may throw away, too, what cannot be got back. */
        Optional<List<String>> administrators();

        /** Who may announce datasets by HTTP, and nothing else of an operator. */
        Optional<List<String>> announcers();

        /** How long what ICAT said of a session holds. */
        @WithDefault("10s")
        Duration remembered();

        /** How many sessions, and how many answers about datasets, are remembered. */
        @WithDefault("10000")
        int mostRemembered();

        /** How long a download may wait for its imgCIF. */
        @WithDefault("60s")
        Duration longestWait();

        /** How many downloads may wait. */
        @WithDefault("1000")
        int mostWaiting();
    }

    /** What may be asked over the network; nothing where no host is named. */
    interface Network {
        /** Hosts that may be asked at public addresses. */
        Optional<List<String>> hosts();

        /** Hosts that may be asked at addresses of the facility too, as its own archive. */
        Optional<List<String>> privateHosts();

        /** How long a connection may take to stand. */
        @WithDefault("5s")
        Duration connectTimeout();

        /** How long it may take to learn whether one file is there. */
        @WithDefault("20s")
        Duration answerTime();

        /** How long it may take to bring one file here. */
        @WithDefault("5m")
        Duration fileTime();

        /** Bytes of a file that are brought here. */
        @WithDefault("268435456")
        long largestFile();

        /** How many URIs of one imgCIF are asked for. */
        @WithDefault("100")
        int mostAsked();
    }

    /** For crash drills only. */
    interface Drill {
        /** The milestone at which the service is to die as if by kill -9. */
        Optional<Milestone> haltAt();

        /** How many conversions reach it before that, the last one included. */
        @WithDefault("1")
        int haltAtTime();
    }
}
