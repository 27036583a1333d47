package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.letter.RequirementResult.Basis;
import io.github.icatimgcif.judge.letter.RequirementResult.State;
import io.github.icatimgcif.judge.letter.RequirementResult.Supplier;
import io.github.icatimgcif.judge.stored.Presence;
import io.github.icatimgcif.judge.stored.StoredFiles;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is asked of the links to the images and of the files that they lead to. */
final class LinkRequirements {

    private static final String ANSWERING = "The links answer";

    /** Those that the notes for authors name. */
    private static final Set<String> FORMATS = Set.of("HDF5", "CBF", "SMV");

    /** Those that the dictionary has words for; checkImgCIF knows more. */
    private static final Set<String> ARCHIVES = Set.of("ZIP", "TGZ", "TBZ");

    private static final String MORE_THAN_ONE = "; checkImgCIF stops with an error where there is more than one";

    private static final Set<String> OPEN = Set.of("https", "http", "ftp", "rsync");

    private final List<DataBlock> blocks;
    private final Links links;
    private final Evidence evidence;

    LinkRequirements(List<DataBlock> blocks, Evidence evidence) {
        this.blocks = blocks;
        this.evidence = evidence;
        this.links = new Links(all("_array_data_external_data.uri"));
    }

    List<RequirementResult> results() {
        List<RequirementResult> results = new ArrayList<>();
        results.add(doi());
        results.add(open());
        results.add(answering());
        results.add(offDoi());
        results.add(format());
        results.add(archive());
        return results;
    }

    private List<String> all(String item) {
        Set<String> all = new LinkedHashSet<>();
        blocks.forEach(block -> all.addAll(Said.all(block, item)));
        return List.copyOf(all);
    }

    private RequirementResult doi() {
        List<String> dois = blocks.stream()
                .flatMap(block -> Links.doi(block).stream())
                .distinct()
                .toList();
        String name = "The dataset has a DOI";
        return dois.isEmpty()
                ? new RequirementResult(
                        name,
                        State.MISSING,
                        Basis.JOURNAL,
                        "none in _database.dataset_doi, none in the links",
                        "publish the data in an archive that gives a DOI, and give it in _database.dataset_doi",
                        Supplier.FACILITY)
                : Readiness.met(name, Basis.JOURNAL, String.join(", ", dois), Supplier.FACILITY);
    }

    private RequirementResult open() {
        String name = "The images are in an open archive";
        Set<String> schemes = links.schemes();
        Set<String> closed = new TreeSet<>(schemes);
        closed.removeAll(OPEN);
        String right = "links that begin with https: and lead to a public archive";
        if (schemes.isEmpty()) {
            return new RequirementResult(
                    name, State.MISSING, Basis.JOURNAL, "no links to images", right, Supplier.FACILITY);
        }
        if (!closed.isEmpty()) {
            return new RequirementResult(
                    name,
                    State.MISSING,
                    Basis.JOURNAL,
                    "links that only this place understands: " + String.join(", ", closed),
                    right,
                    Supplier.FACILITY);
        }
        String found = "links by " + String.join(", ", schemes);
        return blocks.stream().allMatch(block -> Links.of(block).schemes().size() <= 1)
                ? Readiness.met(name, Basis.JOURNAL, found, Supplier.FACILITY)
                : new RequirementResult(
                        name,
                        State.MISSING,
                        Basis.JOURNAL,
                        found + MORE_THAN_ONE,
                        "links that all begin alike, best with https:, and lead to a public archive",
                        Supplier.FACILITY);
    }

    /** Asks for each file where that is possible, for as many as may be asked; one that is missing is enough. */
    private RequirementResult answering() {
        if (evidence.files().isEmpty() || links.uris().isEmpty()) {
            return notAsked("not asked");
        }
        StoredFiles files = evidence.files().get();
        int asked = 0;
        for (String uri : links.uris()) {
            Presence presence = files.presence(uri);
            if (presence instanceof Presence.NotAsked forbidden) {
                return notAsked(uri + " was not asked for: " + forbidden.why());
            }
            if (!(presence instanceof Presence.There)) {
                return new RequirementResult(
                        ANSWERING,
                        State.MISSING,
                        Basis.JOURNAL,
                        presence.reason().orElse(""),
                        "each link leads to a file",
                        Supplier.FACILITY);
            }
            if (++asked == files.mostAsked()) {
                break;
            }
        }
        String of = asked < links.uris().size() ? " of " + links.uris().size() : "";
        return Readiness.met(ANSWERING, Basis.JOURNAL, asked + of + " asked, all are there", Supplier.FACILITY);
    }

    private static RequirementResult notAsked(String why) {
        return new RequirementResult(
                ANSWERING,
                State.DOUBTFUL,
                Basis.JOURNAL,
                why,
                "open one of them, or allow its host to be asked",
                Supplier.AUTHOR);
    }

    private RequirementResult offDoi() {
        String name = "The links hang off the DOI";
        return links.hangOffDoi()
                ? Readiness.met(name, Basis.GUIDELINE, "each has it", Supplier.FACILITY)
                : new RequirementResult(
                        name,
                        State.DOUBTFUL,
                        Basis.GUIDELINE,
                        "they do not have it",
                        "addresses under the DOI, which stay when an archive moves",
                        Supplier.FACILITY);
    }

    private RequirementResult format() {
        String name = "The images are HDF5, CBF or SMV";
        List<String> formats = all("_array_data_external_data.format");
        String found = formats.isEmpty() ? "no format is said" : String.join(", ", formats);
        return !formats.isEmpty() && FORMATS.containsAll(formats)
                ? Readiness.met(name, Basis.JOURNAL, found, Supplier.SCIENTIST)
                : new RequirementResult(
                        name, State.MISSING, Basis.JOURNAL, found, "convert the images to CBF", Supplier.SCIENTIST);
    }

    private RequirementResult archive() {
        String name = "Archives are ZIP, TGZ or TBZ";
        Optional<Set<String>> mixed = blocks.stream()
                .map(LinkRequirements::archives)
                .filter(archives -> archives.size() > 1)
                .findFirst();
        if (mixed.isPresent()) {
            return new RequirementResult(
                    name,
                    State.MISSING,
                    Basis.JOURNAL,
                    String.join(", ", mixed.get()) + MORE_THAN_ONE,
                    "pack all images in one format, or none",
                    Supplier.FACILITY);
        }
        List<String> archives = all("_array_data_external_data.archive_format");
        String found = archives.isEmpty() ? "no archive, each link leads to a file" : String.join(", ", archives);
        return ARCHIVES.containsAll(archives)
                ? Readiness.met(name, Basis.GUIDELINE, found, Supplier.FACILITY)
                : new RequirementResult(
                        name,
                        State.DOUBTFUL,
                        Basis.GUIDELINE,
                        found + ", for which the dictionary has no word",
                        "pack the images as ZIP, TGZ or TBZ",
                        Supplier.FACILITY);
    }

    /** How the images of a block are packed, also where they are not or it is not known, which count as formats of their own. */
    private static Set<String> archives(DataBlock block) {
        Set<String> archives = new LinkedHashSet<>();
        for (CifValue value : Table.of(block, "array_data_external_data").column("archive_format")) {
            archives.add(value.asText().orElse(value == CifValue.UNKNOWN ? "not known" : "no archive"));
        }
        return archives;
    }
}
