package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.Facility;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells whoever starts the service where everything is. */
@Singleton
final class StartBanner {

    private final String version;
    private final String broker;
    private final String topic;
    private final String database;
    private final int port;
    private final Facility facility;

    StartBanner(
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "kafka.bootstrap.servers") String broker,
            @ConfigProperty(name = "mp.messaging.incoming.stored-datasets.topic") String topic,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port,
            Facility facility) {
        this.version = version;
        this.broker = broker;
        this.topic = topic;
        this.database = database;
        this.port = port;
        this.facility = facility;
    }

    void print() {
        standardOutput()
                .printf(
                        """

                icat-imgcif %s
                  announce datasets    topic %s on %s, or POST http://localhost:%d/api/datasets
                  what became of them  http://localhost:%d/datasets/by-location?location=...
                  console              http://localhost:%d/console
                  ready, metrics, API  http://localhost:%d/q/health/ready  /q/metrics  /q/openapi
                  imgCIFs go to        %s
                  database             %s

                """,
                        version,
                        topic,
                        broker,
                        port,
                        port,
                        port,
                        port,
                        facility.imgCifPath(),
                        withoutSecrets(database));
        standardOutput().flush();
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("[?].*", "").replaceAll("//[^/@]*@", "//");
    }

    @SuppressWarnings("SystemOut")
    private static PrintStream standardOutput() {
        return System.out;
    }
}
