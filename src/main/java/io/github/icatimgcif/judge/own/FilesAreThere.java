package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.stored.Presence;
import io.github.icatimgcif.judge.stored.StoredFiles;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Every file that the frames lead to is there. Only whether it is there is asked, not what it has. Each URI is asked for once; of
 * more than the place allows, the first and the last. A place that does not answer three times in a row is left alone.
 */
final class FilesAreThere implements BlockTest {

    private static final String NAME = "Image files";
    private static final String ITEM = "_array_data_external_data.uri";

    /** So many missing files are named; a folder that is wrong altogether lacks all of them. */
    private static final int MOST_NAMED = 20;

    private static final int MOST_UNANSWERED = 3;

    private final StoredFiles files;

    FilesAreThere(StoredFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        List<Link> links = links(block);
        List<Link> asked = sample(links, files.mostAsked());
        Answers answers = new Answers();
        int done = 0;
        for (Link link : asked) {
            if (answers.silentInARow == MOST_UNANSWERED) {
                break;
            }
            answers.add(link, files.presence(link.uri));
            done++;
        }
        List<Remark> remarks = new ArrayList<>(answers.remarks());
        if (asked.size() < links.size()) {
            remarks.add(note("of the " + links.size() + " URIs only the first and the last, " + asked.size()
                    + " in all, are asked for"));
        }
        if (done < asked.size()) {
            remarks.add(note((asked.size() - done) + " more URIs were not asked for, because nobody answered "
                    + MOST_UNANSWERED + " times in a row"));
        }
        return remarks;
    }

    /** Every URI once, with the first row that has it. */
    private static List<Link> links(DataBlock block) {
        Map<String, Link> links = new LinkedHashMap<>();
        int row = 0;
        for (CifValue uri : Table.of(block, "array_data_external_data").column("uri")) {
            row++;
            String text = uri.asText().orElse("");
            if (!text.isEmpty()) {
                links.putIfAbsent(text, new Link(text, row));
            }
        }
        return List.copyOf(links.values());
    }

    private static List<Link> sample(List<Link> links, int most) {
        if (links.size() <= most) {
            return links;
        }
        int first = (most + 1) / 2;
        List<Link> sample = new ArrayList<>(links.subList(0, first));
        sample.addAll(links.subList(links.size() - (most - first), links.size()));
        return sample;
    }

    private static Remark note(String text) {
        return new Remark(Severity.NOTE, NAME, ITEM, OptionalInt.empty(), OptionalInt.empty(), text, "");
    }

    private record Link(String uri, int row) {}

    /** What was answered so far. */
    private static final class Answers {

        private final List<Remark> errors = new ArrayList<>();
        private final Map<String, List<Link>> notAsked = new LinkedHashMap<>();
        private int asked;
        private int silentInARow;

        void add(Link link, Presence presence) {
            asked++;
            silentInARow = presence instanceof Presence.Unanswered ? silentInARow + 1 : 0;
            if (presence instanceof Presence.Missing missing) {
                error(link, missing.why(), "the file of every URI must be there");
            } else if (presence instanceof Presence.Unanswered unanswered) {
                error(link, unanswered.why(), "whoever has the files must answer; try again later");
            } else if (presence instanceof Presence.NotAsked forbidden) {
                notAsked.computeIfAbsent(forbidden.why(), why -> new ArrayList<>())
                        .add(link);
            }
        }

        private void error(Link link, String wrong, String right) {
            errors.add(Remark.error(NAME, ITEM, wrong, right).inRow(link.row));
        }

        List<Remark> remarks() {
            List<Remark> remarks = new ArrayList<>(errors.subList(0, Math.min(errors.size(), MOST_NAMED)));
            if (errors.size() > MOST_NAMED) {
                remarks.add(Remark.error(
                        NAME,
                        ITEM,
                        errors.size() + " of " + asked + " files are missing; the first are named above",
                        ""));
            }
            notAsked.forEach((why, links) -> remarks.add(
                    note("not asked for " + counted(links) + ": " + why).inRow(links.get(0).row)));
            return remarks;
        }

        private static String counted(List<Link> links) {
            return links.size() == 1 ? links.get(0).uri : links.size() + " URIs, the first is " + links.get(0).uri;
        }
    }
}
