package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.cif.BinarySection;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The images that stand for all: of each array the first, the one in the middle and the last, of many arrays only the first. Of
 * images in an archive that is compressed as a whole also only the first: the way to the last leads through all others.
 *
 * @param images in the order of the block
 * @param linked how many images there are in all
 */
record ChosenImages(List<ChosenImage> images, int linked) {

    /** So many arrays are looked at three times. */
    private static final int FEW_ARRAYS = 8;

    private static final int MOST = 64;
    private static final Set<String> SEQUENTIAL = Set.of("TGZ", "TBZ", "TXZ", "TAR");
    private static final String EXTERNAL = "array_data_external_data";

    ChosenImages {
        images = List.copyOf(images);
    }

    static ChosenImages of(DataBlock block) {
        Table arrays = Table.of(block, "array_data");
        return arrays.has("data") ? within(arrays) : elsewhere(arrays, Table.of(block, EXTERNAL));
    }

    /** The images are in the file itself: the n-th binary section has that of the n-th row. */
    private static ChosenImages within(Table arrays) {
        Set<Integer> wanted = wanted(arrays);
        List<ChosenImage> chosen = new ArrayList<>();
        int sections = 0;
        for (Table.Row row : arrays) {
            boolean hasSection = row.value("data") instanceof BinarySection;
            sections += hasSection ? 1 : 0;
            if (hasSection && wanted.contains(row.number()) && chosen.size() < MOST) {
                ImageLink link = new ImageLink(
                        "",
                        Optional.of("CBF"),
                        Optional.empty(),
                        Optional.of(Integer.toString(sections)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                chosen.add(new ChosenImage(link, "_array_data.data", row.number(), Set.of(array(row))));
            }
        }
        return new ChosenImages(chosen, sections);
    }

    private static ChosenImages elsewhere(Table arrays, Table external) {
        Map<String, Set<String>> wanted = arrays.has("external_data_id") ? named(arrays) : unnamed(arrays, external);
        Set<String> firsts = firsts(wanted);
        List<ChosenImage> chosen = new ArrayList<>();
        for (Table.Row row : external) {
            String id = row.text("id").orElse("");
            Set<String> ofArrays = wanted.get(id);
            boolean isFar = row.text("archive_format")
                    .filter(format -> SEQUENTIAL.contains(format) && !firsts.contains(id))
                    .isPresent();
            if (ofArrays != null && !isFar && chosen.size() < MOST) {
                chosen.add(new ChosenImage(ImageLink.of(row), "_" + EXTERNAL + ".uri", row.number(), ofArrays));
            }
        }
        return new ChosenImages(chosen, external.count());
    }

    /** Of the ids that the rows of array_data name those that are looked at, with the arrays of each. */
    private static Map<String, Set<String>> named(Table arrays) {
        Set<Integer> wanted = wanted(arrays);
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        for (Table.Row row : arrays) {
            if (wanted.contains(row.number())) {
                row.text("external_data_id")
                        .ifPresent(id -> ids.computeIfAbsent(id, its -> new LinkedHashSet<>())
                                .add(array(row)));
            }
        }
        return ids;
    }

    /** Nobody says which image is of which array: that can only be true of one array. */
    private static Map<String, Set<String>> unnamed(Table arrays, Table external) {
        Set<String> all = new LinkedHashSet<>();
        arrays.forEach(row -> all.add(array(row)));
        Set<Integer> wanted = threeOf(external.count());
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        int row = 0;
        for (CifValue id : external.column("id")) {
            row++;
            if (wanted.contains(row)) {
                ids.put(id.asText().orElse(""), all.size() == 1 ? all : Set.of());
            }
        }
        return ids;
    }

    private static Set<String> firsts(Map<String, Set<String>> wanted) {
        Set<String> seen = new HashSet<>();
        Set<String> firsts = new HashSet<>();
        wanted.forEach((id, ofArrays) -> {
            if (seen.addAll(ofArrays) || firsts.isEmpty()) {
                firsts.add(id);
            }
        });
        return firsts;
    }

    /** The 1-based rows of array_data that are looked at. */
    private static Set<Integer> wanted(Table arrays) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        Iterable<CifValue> ids = arrays.column("array_id");
        int row = 0;
        for (CifValue id : ids) {
            row++;
            rows.computeIfAbsent(id.asText().orElse(""), its -> new ArrayList<>())
                    .add(row);
        }
        if (rows.isEmpty()) {
            return threeOf(arrays.count());
        }
        Set<Integer> wanted = new HashSet<>();
        rows.values()
                .forEach(ofArray -> threeOf(rows.size() > FEW_ARRAYS ? 1 : ofArray.size())
                        .forEach(number -> wanted.add(ofArray.get(number - 1))));
        return wanted;
    }

    /** The first, the middle and the last number from 1 on. */
    private static Set<Integer> threeOf(int count) {
        return count < 1 ? Set.of() : new LinkedHashSet<>(List.of(1, (count + 1) / 2, count));
    }

    private static String array(Table.Row row) {
        return row.text("array_id").orElse("");
    }

    /** What was looked at, for a person. */
    String description() {
        List<String> rows =
                images.stream().map(image -> Integer.toString(image.row())).toList();
        String few = rows.size() <= 12
                ? String.join(", ", rows)
                : String.join(
                        ", ",
                        Stream.concat(rows.stream().limit(10), Stream.of("...", rows.get(rows.size() - 1)))
                                .toList());
        return images.size() + " of " + linked + " images looked at, in row" + (rows.size() == 1 ? " " : "s ") + few;
    }
}
