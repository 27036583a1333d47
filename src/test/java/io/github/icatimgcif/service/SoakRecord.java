package io.github.icatimgcif.service;

import io.github.icatimgcif.soak.ClassCounts;
import io.github.icatimgcif.soak.ProcessLook;
import io.github.icatimgcif.soak.Series;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What was seen of a soak every ten seconds, as lines of a CSV file while it runs and as series when it is over. What could not be
 * asked at that moment, as a database that is away, leaves its fields empty.
 */
final class SoakRecord implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(10);

    /** A count of what is in a heap stops the service for a moment: only so many looks have one. */
    private static final int LOOKS_A_COUNT = 3;

    private final PlayedFacility facility;
    private final SoakServices services;
    private final SoakSupply supply;
    private final List<String> tables;
    private final List<String> columns = new ArrayList<>();
    private final BufferedWriter csv;
    private final List<Map<String, Double>> looks = new ArrayList<>();
    private final List<Map<String, Long>> elder = new ArrayList<>();
    private final ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor();
    private volatile Optional<RuntimeException> broken = Optional.empty();
    private final long begun = System.nanoTime();

    SoakRecord(PlayedFacility facility, SoakServices services, SoakSupply supply, Path file)
            throws IOException, SQLException {
        this.facility = facility;
        this.services = services;
        this.supply = supply;
        try (Connection database = facility.database()) {
            tables = texts(
                    database,
                    "select relname from pg_class where relkind = 'r' and relnamespace ="
                            + " 'public'::regnamespace order by relname");
        }
        columns.addAll(List.of(
                "seconds", "announced", "registered", "waiting", "kafka lag", "database bytes", "all connections"));
        for (String name : List.of(SoakServices.ONE, SoakServices.TWO)) {
            for (String what : List.of(
                    "rss",
                    "handles",
                    "threads",
                    "cpu seconds",
                    "connections",
                    "live bytes",
                    "live objects",
                    "own objects")) {
                columns.add(name + " " + what);
            }
        }
        tables.forEach(table -> columns.add("rows " + table));
        csv = Files.newBufferedWriter(file);
        csv.write(String.join(",", columns));
        csv.newLine();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what breaks it is told in the end
    void begin() {
        line.scheduleAtFixedRate(this::lookOnce, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks no more. */
    void end() throws InterruptedException {
        line.shutdown();
        if (!line.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a look at the services does not end");
        }
        broken.ifPresent(why -> {
            throw new IllegalStateException("the looks at the services broke off", why);
        });
    }

    /** Seconds since it began. */
    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** What was seen of one column. */
    synchronized Series series(String column) {
        if (!columns.contains(column)) {
            throw new IllegalArgumentException("no column " + column + " among " + columns);
        }
        List<Series.Point> points = new ArrayList<>();
        double registered = 0;
        for (Map<String, Double> look : looks) {
            registered = look.getOrDefault("registered", registered);
            if (look.containsKey(column)) {
                points.add(new Series.Point(look.get("seconds"), registered, look.get(column)));
            }
        }
        return new Series(column, points);
    }

    /** Tables of the services' database. */
    List<String> tables() {
        return tables;
    }

    /** The classes of which the elder had most more objects in the last count than in one at that time. */
    synchronized List<String> grownClasses(double fromSeconds, int most) {
        Series counted = series(SoakServices.TWO + " live bytes");
        int first = (int) counted.points().stream()
                .filter(point -> point.seconds() < fromSeconds)
                .count();
        if (first >= elder.size()) {
            return List.of();
        }
        Map<String, Long> before = elder.get(first);
        return elder.get(elder.size() - 1).entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue() - before.getOrDefault(entry.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .map(entry -> entry.getKey() + " +" + entry.getValue())
                .toList();
    }

    @Override
    public void close() throws IOException {
        line.shutdownNow();
        csv.close();
    }

    private void lookOnce() {
        try {
            look();
        } catch (RuntimeException e) {
            broken = Optional.of(e);
            throw e; // and looks no more
        }
    }

    private void look() {
        Map<String, Double> seen = new LinkedHashMap<>();
        seen.put("seconds", seconds());
        seen.put("announced", (double) supply.announcedSoFar());
        database(seen);
        lag(seen);
        boolean counts = looks.size() % LOOKS_A_COUNT == 0;
        service(SoakServices.ONE, counts, seen);
        service(SoakServices.TWO, counts, seen);
        facility.icat().forgetRequests();
        write(seen);
    }

    private void database(Map<String, Double> seen) {
        try (Connection database = facility.database()) {
            seen.put("registered", number(database, "select count(*) from journal_dataset where " + SoakIT.DONE));
            seen.put(
                    "waiting",
                    number(
                            database,
                            "select count(*) from journal_dataset where generation_received > generation_done"));
            seen.put("database bytes", number(database, "select pg_database_size(current_database())"));
            String connections = "select count(*) from pg_stat_activity where datname = current_database()";
            seen.put("all connections", number(database, connections));
            for (String name : List.of(SoakServices.ONE, SoakServices.TWO)) {
                seen.put(
                        name + " connections",
                        number(database, connections + " and application_name = '" + name + "'"));
            }
            for (String table : tables) {
                seen.put("rows " + table, number(database, "select count(*) from \"" + table + "\""));
            }
        } catch (SQLException away) {
            seen.remove("registered");
        }
    }

    private void lag(Map<String, Double> seen) {
        try {
            seen.put("kafka lag", (double) facility.kafka().lag(facility.topic(), facility.group()));
        } catch (IllegalStateException away) {
            seen.remove("kafka lag");
        }
    }

    private void service(String name, boolean counts, Map<String, Double> seen) {
        ServiceProcess service = services.get(name);
        try {
            ProcessLook look = ProcessLook.at(service.processId());
            seen.put(name + " cpu seconds", service.processorTime().toMillis() / 1e3);
            seen.put(name + " rss", (double) look.residentBytes());
            seen.put(name + " handles", (double) look.handles());
            seen.put(name + " threads", (double) look.threads());
            if (counts) {
                ClassCounts live = service.classCounts();
                seen.put(name + " live bytes", (double) live.bytes());
                seen.put(name + " live objects", (double) live.all());
                seen.put(name + " own objects", (double) live.ours());
                if (name.equals(SoakServices.TWO)) {
                    synchronized (this) {
                        elder.add(live.instances());
                    }
                }
            }
        } catch (IOException | IllegalArgumentException | NoSuchElementException dead) {
            seen.remove(name + " live bytes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(Map<String, Double> seen) {
        looks.add(seen);
        try {
            csv.write(String.join(
                    ",",
                    columns.stream()
                            .map(column -> seen.containsKey(column) ? text(seen.get(column)) : "")
                            .toList()));
            csv.newLine();
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what was seen", e);
        }
    }

    private static String text(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private static double number(Connection database, String query) throws SQLException {
        return Double.parseDouble(texts(database, query).get(0));
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
