package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reprocess}: has a service convert the datasets of a selection. */
@Command(
        name = "reprocess",
        mixinStandardHelpOptions = true,
        description =
                "Has a service convert the datasets of a selection, and follows it; what is announced meanwhile goes"
                        + " before. Interrupted, the service goes on.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all was done, or planned, or begun with --detach",
            "1:a dataset failed or was refused, or the datasets could not be looked for",
            "2:wrong usage, or the service does not answer"
        })
final class ReprocessCommand implements Callable<Integer> {

    @Option(names = "--proposal", paramLabel = "P", description = "of this proposal: mx2405")
    private Optional<String> proposal = Optional.empty();

    @Option(
            names = "--session",
            paramLabel = "S",
            description = "of this visit, or below a folder of this name: 20250325")
    private Optional<String> session = Optional.empty();

    @Option(names = "--beamline", paramLabel = "B", description = "of this beamline: ID30B")
    private Optional<String> beamline = Optional.empty();

    @Option(names = "--from", paramLabel = "DAY", description = "collected on this day or later: 2025-03-25")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "collected on this day or earlier")
    private Optional<String> to = Optional.empty();

    @Option(names = "--sample", paramLabel = "S", description = "of the sample of this name")
    private Optional<String> sample = Optional.empty();

    @Option(names = "--dataset", paramLabel = "ID", arity = "1..*", description = "of these ids in the catalogue")
    private List<Long> datasets = new ArrayList<>();

    @Option(names = "--path", paramLabel = "GLOB", description = "at such a location: '/data/visitor/mx2405/**/run_0?'")
    private Optional<String> path = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            split = ",",
            description = "that stand so: missing, failed (or refused), outdated (made by other versions), current")
    private List<String> states = new ArrayList<>();

    @Option(
            names = "--duplicate",
            paramLabel = "WHAT",
            description = "what becomes of those with a current imgCIF: skip (default), check (made anew and compared),"
                    + " overwrite (made anew, and so are those that were skipped)")
    private Optional<String> duplicate = Optional.empty();

    @Option(names = "--concurrency", paramLabel = "N", description = "so many at a time")
    private Optional<Integer> concurrency = Optional.empty();

    @Option(names = "--rate", paramLabel = "N/min", description = "so many in a minute")
    private Optional<String> rate = Optional.empty();

    @Option(names = "--dry-run", description = "look for them and count them, and do nothing")
    private boolean dryRun;

    @Option(names = "--detach", description = "do not wait for the end")
    private boolean detach;

    @Mixin
    private final RunningService service = new RunningService();

    private final BacklogWatch watch;

    ReprocessCommand(BacklogWatch watch) {
        this.watch = watch;
    }

    @Override
    public Integer call() throws IOException {
        JsonNode begun = service.posted(BacklogWatch.PATH, wish());
        return detach ? watch.told(service, begun) : watch.follow(service, begun);
    }

    private JsonNode wish() throws IOException {
        ObjectNode wish = JsonNodeFactory.instance.objectNode().put("dryRun", dryRun);
        proposal.ifPresent(text -> wish.put("proposal", text));
        session.ifPresent(text -> wish.put("session", text));
        beamline.ifPresent(text -> wish.put("beamline", text));
        from.ifPresent(text -> wish.put("from", text));
        to.ifPresent(text -> wish.put("to", text));
        sample.ifPresent(text -> wish.put("sample", text));
        path.ifPresent(text -> wish.put("path", text));
        duplicate.ifPresent(text -> wish.put("duplicate", text));
        concurrency.ifPresent(number -> wish.put("concurrency", number));
        if (rate.isPresent()) {
            wish.put("rate", inMinute(rate.get()));
        }
        if (!datasets.isEmpty()) {
            ArrayNode ids = wish.putArray("datasets");
            datasets.forEach(ids::add);
        }
        if (!states.isEmpty()) {
            ArrayNode wanted = wish.putArray("states");
            states.forEach(state -> wanted.add(state.strip().toLowerCase(Locale.ROOT)));
        }
        String user = System.getProperty("user.name", "").strip();
        wish.put("startedBy", user.isEmpty() ? "the command line" : user + ", by the command line");
        return wish;
    }

    private static int inMinute(String text) throws IOException {
        String number = text.strip().replaceAll("/ ?min$", "");
        if (!number.matches("[0-9]{1,6}")) {
            throw new IOException("the rate is '" + text + "': give a number in a minute, as 60 or 60/min");
        }
        return Integer.parseInt(number);
    }
}
