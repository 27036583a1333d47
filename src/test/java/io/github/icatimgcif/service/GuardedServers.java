package io.github.icatimgcif.service;

import io.github.icatimgcif.wiring.embedded.EmbeddedPostgres;
import io.github.icatimgcif.wiring.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A broker and a database that let in only who knows a password, and, where they have a certificate, only over TLS. The tests
 * themselves look at both by ways that are open to them alone.
 */
final class GuardedServers implements AutoCloseable {

    /** Whom both know. */
    static final String USER = "imgcif";

    private final Path folder;
    private final EmbeddedPostgres database;
    private final GuardedKafka broker;
    private final Passwords passwords;
    private final boolean isSecured;

    /** What they ask for. */
    record Passwords(String database, String broker) {}

    private GuardedServers(Path folder, Passwords passwords, Optional<Certificates.Shown> shown) throws Exception {
        this.folder = Files.createDirectories(folder.resolve("servers"));
        this.passwords = passwords;
        this.isSecured = shown.isPresent();
        this.database = EmbeddedPostgres.start(
                this.folder.resolve("postgres"), this.folder.resolve("postgres-binaries"), FreePort.any());
        execute("create role " + USER + " login password '"
                + passwords.database().replace("'", "''") + "'");
        execute("create database imgcif owner " + USER);
        shows(shown);
        this.broker = GuardedKafka.start(this.folder.resolve("kafka"), passwords.broker(), shown);
    }

    /** Without TLS. */
    static GuardedServers in(Path folder, Passwords passwords) throws Exception {
        return new GuardedServers(folder, passwords, Optional.empty());
    }

    /** Over TLS. */
    static GuardedServers in(Path folder, Passwords passwords, Certificates.Shown shown) throws Exception {
        return new GuardedServers(folder, passwords, Optional.of(shown));
    }

    /** Has the database show another certificate from now on, or none. */
    void shows(Optional<Certificates.Shown> shown) throws SQLException, IOException {
        if (shown.isPresent()) {
            execute("alter system set ssl_cert_file = '" + shown.get().certificate() + "'");
            execute("alter system set ssl_key_file = '" + shown.get().key() + "'");
        }
        execute("alter system set ssl = " + (shown.isPresent() ? "on" : "off"));
        Files.writeString(
                folder.resolve("postgres/pg_hba.conf"),
                "host all postgres all trust\n" + (shown.isPresent() ? "hostssl" : "host") + " all " + USER
                        + " all scram-sha-256\n");
        execute("select pg_reload_conf()");
    }

    /** What leads a service to them; over TLS it needs to be told besides whom to trust. */
    Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.datasource.jdbc.url", databaseUrl());
        configuration.put("quarkus.datasource.username", USER);
        configuration.put("quarkus.datasource.password", passwords.database());
        configuration.put("kafka.bootstrap.servers", broker.address());
        configuration.put("kafka.security.protocol", isSecured ? "SASL_SSL" : "SASL_PLAINTEXT");
        configuration.put("kafka.sasl.mechanism", "PLAIN");
        configuration.put("kafka.sasl.jaas.config", jaas(passwords.broker()));
        return configuration;
    }

    /** The login of Kafka. */
    static String jaas(String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER + "\" password=\""
                + password + "\";";
    }

    String databaseUrl() {
        return ownUrl().replace("/postgres", "/imgcif");
    }

    /** As the tests reach the broker. */
    KafkaClients kafka() {
        return new KafkaClients(broker.openAddress());
    }

    GuardedKafka broker() {
        return broker;
    }

    /** As the tests reach the service's database: user {@code postgres}, without a password. */
    java.sql.Connection connection() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), "postgres", "");
    }

    void execute(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(ownUrl(), "postgres", "");
                var made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private String ownUrl() {
        return database.jdbcUrl();
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
