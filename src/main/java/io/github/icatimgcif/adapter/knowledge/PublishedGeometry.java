package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes beamline files of published geometries: {@code beamline_geometries.cif} and {@code laboratory_geometries.cif}, one data
 * block an instrument, vectors in the imgCIF frame.
 *
 * @see <a href="https://github.com/COMCIFS/instrument-geometry-info">instrument-geometry-info</a>
 */
public final class PublishedGeometry {

    /**
     * What became of a data block.
     *
     * @param block its name
     * @param text  the beamline file; empty if there can be none
     * @param left  what was not taken over, and why
     */
    public record Imported(String block, Optional<String> text, List<String> left) {
        public Imported {
            left = List.copyOf(left);
        }
    }

    private PublishedGeometry() {}

    /**
     * The data blocks of a file.
     *
     * @param block name of the only one that is wanted, in upper or lower case, without {@code data_}; empty for all
     * @throws IllegalArgumentException if the file is no CIF or has no such block; names those it has
     */
    public static List<Imported> read(Path file, Optional<String> block) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<DataBlock> blocks = new CifReader().read(in);
            List<DataBlock> wanted = blocks.stream()
                    .filter(one -> block.map(one.name()::equalsIgnoreCase).orElse(true))
                    .toList();
            if (wanted.isEmpty()) {
                throw new IllegalArgumentException(file + " has no data block '" + block.orElse("") + "'; it has "
                        + String.join(", ", blocks.stream().map(DataBlock::name).toList()));
            }
            Path name = file.getFileName();
            return wanted.stream()
                    .map(one -> imported(String.valueOf(name), one))
                    .toList();
        } catch (CifUnreadable noCif) {
            throw new IllegalArgumentException(file + ", " + noCif.getMessage(), noCif);
        }
    }

    private static Imported imported(String file, DataBlock block) {
        List<String> left = new ArrayList<>();
        Optional<Category> category = block.category("axis");
        if (category.isEmpty()) {
            return new Imported(block.name(), Optional.empty(), List.of("everything: it has no axes"));
        }
        List<PublishedAxis> axes = PublishedAxis.all(category.get());
        Optional<PublishedFrame> frame = PublishedFrame.of(axes);
        if (frame.isEmpty()) {
            return new Imported(
                    block.name(),
                    Optional.empty(),
                    List.of(
                            "everything: no axis row gives the direction of gravity across the beam, so that nobody knows"
                                    + " which way is up; add the row if you know"));
        }
        Set<String> ofPixels = ofPixels(block);
        PublishedBeamline beamline = new PublishedBeamline(file, block, frame.get(), left);
        beamline.goniometer(chain(axes, "goniometer", Set.of(), left));
        beamline.detector(chain(axes, "detector", ofPixels, left));
        tellOthers(block, ofPixels, left);
        String text = beamline.text();
        BeamlineFile.read(block.name().toLowerCase(Locale.ROOT) + ".yaml", text);
        return new Imported(block.name(), Optional.of(text), left);
    }

    private static List<PublishedAxis> chain(
            List<PublishedAxis> axes, String equipment, Set<String> without, List<String> left) {
        List<PublishedAxis> own = axes.stream()
                .filter(axis -> axis.equipment().equals(equipment) && axis.moves())
                .filter(axis -> !without.contains(axis.id()))
                .toList();
        Optional<String> unusable = own.stream()
                .filter(axis -> axis.vector()
                        .filter(vector -> Math.abs(vector.length() - 1) < 1e-3)
                        .isEmpty())
                .map(PublishedAxis::id)
                .findFirst();
        if (unusable.isPresent()) {
            left.add("the " + equipment + ": its axis " + unusable.get() + " has no vector of length 1");
            return List.of();
        }
        Optional<List<PublishedAxis>> ordered = PublishedChain.ordered(own);
        if (!own.isEmpty() && ordered.isEmpty()) {
            left.add("the " + equipment + ": its axes are not one chain");
        }
        ordered.filter(chain -> !chain.isEmpty())
                .flatMap(chain -> chain.get(0).dependsOn())
                .ifPresent(carrier -> left.add("that " + ordered.get().get(0).id() + " depends on " + carrier
                        + ": no axis of the " + equipment + "; it is taken to stand in the laboratory"));
        return ordered.orElse(List.of());
    }

    /** Axes along which the pixels lie: no motion but the size of the detector and where the beam met it that day. */
    private static Set<String> ofPixels(DataBlock block) {
        Set<String> ids = new HashSet<>();
        block.category("array_structure_list_axis").ifPresent(category -> {
            int place = category.indexOf("axis_id");
            if (place >= 0) {
                category.rows().forEach(row -> row.get(place).asText().ifPresent(ids::add));
            }
        });
        return ids;
    }

    private static void tellOthers(DataBlock block, Set<String> ofPixels, List<String> left) {
        if (!ofPixels.isEmpty()) {
            left.add("the axes of the pixels "
                    + String.join(", ", ofPixels.stream().sorted().toList())
                    + " and their offsets: the raw file knows its detector and where the beam met it");
        }
        List<String> others = block.categories().stream()
                .map(category -> category.name().toLowerCase(Locale.ROOT))
                .filter(name -> !Set.of("axis", "array_structure_list_axis", "audit", "diffrn_source", "audit_author")
                        .contains(name))
                .map(name -> "_" + name)
                .toList();
        if (!others.isEmpty()) {
            left.add(String.join(", ", others) + ": of one detector or one measurement");
        }
    }

    /** The text of an item of a category of one row. */
    static Optional<String> item(DataBlock block, String category, String object) {
        return block.category(category)
                .filter(found -> found.has(object) && found.rows().count() > 0)
                .map(found -> found.rows().iterator().next().get(found.indexOf(object)))
                .flatMap(CifValue::asText)
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty());
    }
}
