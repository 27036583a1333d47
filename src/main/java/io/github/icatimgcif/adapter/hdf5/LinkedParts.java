package io.github.icatimgcif.adapter.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The data sets that a master links to one by one ({@code data_000001}, {@code data_000002}), those that are there, in the order of
 * their links.
 *
 * @param parts       none where the images lie in one data set
 * @param areAllThere whether as many images are there as were announced: then files that differ in size miss none
 */
public record LinkedParts(List<Part> parts, boolean areAllThere) {

    /** Images that are not linked to part by part. */
    public static final LinkedParts NONE = new LinkedParts(List.of());

    private static final int MOST_RANGES = 5;

    /**
     * One of them.
     *
     * @param link       its name in the master
     * @param number     the number in that name
     * @param firstImage the number of its first image in the whole series, by its attribute {@code image_nr_low}; empty if it has
     *                   none
     * @param frames     how many are there
     */
    public record Part(String link, long number, Optional<Long> firstImage, int frames) {}

    public LinkedParts {
        parts = List.copyOf(parts);
    }

    /** Data sets of which nobody knows how many images they should have. */
    public LinkedParts(List<Part> parts) {
        this(parts, false);
    }

    /** The same where as many images are there as were announced. */
    public LinkedParts complete() {
        return new LinkedParts(parts, true);
    }

    /**
     * What is missing before images that are there, of a series of so many {@code images}. A series that ends early misses nothing
     * before others.
     *
     * @return a sentence that begins with a small letter; empty if nothing is
     */
    public Optional<String> missingBeforeOthers(int images) {
        // A writer makes its last files before it knows that no image comes any more.
        List<Part> filled = parts.stream().filter(part -> part.frames() > 0).toList();
        long there = filled.stream().mapToLong(Part::frames).sum();
        if (filled.isEmpty() || there >= images) {
            return Optional.empty();
        }
        return areNumbered(filled, images) ? byImages(filled, images) : byLinks(filled);
    }

    /**
     * Whether the numbers of the images are places in the series. They are not where each file begins anew, nor where somebody made
     * them by the angles of wedges, so that they run beyond the series.
     */
    private boolean areNumbered(List<Part> parts, int images) {
        if (parts.stream().anyMatch(part -> part.firstImage().isEmpty())) {
            return false;
        }
        for (int i = 1; i < parts.size(); i++) {
            if (first(parts.get(i)) < end(parts.get(i - 1))) {
                return false;
            }
        }
        return end(last(parts)) - firstOfSeries(parts, images) <= images;
    }

    /** Numbers begin with 1 if they fit so and images may be missing; a detector can be told to begin with another one. */
    private long firstOfSeries(List<Part> parts, int images) {
        long first = first(parts.get(0));
        return !areAllThere && first >= 1 && end(last(parts)) - 1 <= images ? 1 : first;
    }

    private Optional<String> byImages(List<Part> parts, int images) {
        List<String> ranges = new ArrayList<>();
        long next = firstOfSeries(parts, images);
        if (next > 1 && parts.get(0).number() > 1) {
            return Optional.of(nothingBefore(parts.get(0)));
        }
        for (Part part : parts) {
            if (first(part) > next) {
                ranges.add(next == first(part) - 1 ? String.valueOf(next) : next + " to " + (first(part) - 1));
            }
            next = end(part);
        }
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        String more = ranges.size() > MOST_RANGES ? " and others" : "";
        return Optional.of("images are missing before others that are there (by image_nr_low of the data files: "
                + String.join(", ", ranges.subList(0, Math.min(MOST_RANGES, ranges.size()))) + more + ")");
    }

    /** Without numbers of images: links are numbered from 0 or 1 on, and every file but the last is full. */
    private Optional<String> byLinks(List<Part> parts) {
        Part first = parts.get(0);
        if (first.number() > 1) {
            return Optional.of(nothingBefore(first));
        }
        int full = parts.stream().mapToInt(Part::frames).max().orElse(0);
        for (int i = 1; i < parts.size(); i++) {
            Part part = parts.get(i - 1);
            Part next = parts.get(i);
            if (next.number() > part.number() + 1) {
                return Optional.of("the master links to no data file between " + part.link() + " and " + next.link());
            }
            if (part.frames() < full && !areAllThere) {
                return Optional.of(part.link() + " has " + part.frames() + " images where others have " + full
                        + ", and " + next.link() + " follows");
            }
        }
        return Optional.empty();
    }

    private static String nothingBefore(Part part) {
        return "the master links to no data file before " + part.link();
    }

    private static Part last(List<Part> parts) {
        return parts.get(parts.size() - 1);
    }

    private static long first(Part part) {
        return part.firstImage().orElseThrow();
    }

    private static long end(Part part) {
        return first(part) + part.frames();
    }
}
