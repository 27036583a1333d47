package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.image.ElementType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the block says of values that are no counts fits the values that the images have. Saturated pixels are no fault of the
 * file, they are counted; a limit that cannot be one, and values without a meaning that nobody gives one, are.
 */
final class OverloadsAreTrue {

    static final String NAME = "Overloaded values present";
    private static final String OVERLOAD = "_array_intensities.overload";

    /** Strong reflections saturate a few pixels; this part of all is not reflections. */
    private static final double MANY = 0.001;

    private final String array;
    private final ElementType type;
    private final StatedIntensities stated;
    private final PixelCounts counts;
    private final int images;
    private final List<Remark> remarks = new ArrayList<>();

    private OverloadsAreTrue(String array, ElementType type, StatedIntensities stated, PixelCounts counts, int images) {
        this.array = array;
        this.type = type;
        this.stated = stated;
        this.counts = counts;
        this.images = images;
    }

    /** Images of one array and one type. */
    private record Group(String array, ElementType type) {}

    static List<Remark> judge(SeenImages images) {
        Map<Group, List<PixelCounts>> groups = new LinkedHashMap<>();
        images.seen()
                .forEach(image -> image.counts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(counts -> groups.computeIfAbsent(
                                        new Group(counts.getKey(), image.type()), group -> new ArrayList<>())
                                .add(counts.getValue())));
        List<Remark> remarks = new ArrayList<>();
        groups.forEach((group, counts) -> remarks.addAll(new OverloadsAreTrue(
                        group.array(),
                        group.type(),
                        images.intensities().getOrDefault(group.array(), StatedIntensities.NONE),
                        counts.stream().reduce(PixelCounts.NONE, PixelCounts::plus),
                        counts.size())
                .judge()));
        if (groups.isEmpty() && !images.unreadable().isEmpty()) {
            remarks.add(
                    Remark.warning(NAME, OVERLOAD, "no image could be read, so that nothing was counted", "see above"));
        }
        return remarks;
    }

    private List<Remark> judge() {
        judgeOverload();
        judgeUndefined();
        judgeNegative();
        add(Severity.NOTE, OVERLOAD, summary(), "");
        return remarks;
    }

    private void judgeOverload() {
        long top = type.largest();
        if (stated.overload().isEmpty()) {
            if (counts.hasPeakAtTop()) {
                add(
                        Severity.WARNING,
                        OVERLOAD,
                        "nothing says what overload is, and " + pixels(counts.atTop()) + " " + top + ", the largest "
                                + type.encodingType() + ", as masked or saturated pixels have",
                        "the least value that is no valid count, " + top + " or less");
            }
            return;
        }
        BigDecimal overload = stated.overload().get();
        int aboveTop = overload.compareTo(BigDecimal.valueOf(top));
        if (overload.compareTo(BigDecimal.valueOf(top + 1)) > 0) {
            add(
                    Severity.ERROR,
                    OVERLOAD,
                    "it is " + overload.toPlainString() + ", and no " + type.encodingType()
                            + ", which the images have, can be so large",
                    "the least value that is no valid count, " + top + " or less");
        } else if (aboveTop > 0 && counts.hasPeakAtTop()) {
            add(
                    Severity.WARNING,
                    OVERLOAD,
                    "by " + overload.toPlainString() + " every value is a valid count, and " + pixels(counts.atTop())
                            + " " + top + ", as masked or saturated pixels have",
                    "the least value that is no valid count, " + top + " or less");
        } else if (counts.saturated() > MANY * counts.pixels()) {
            add(
                    Severity.WARNING,
                    OVERLOAD,
                    pixels(counts.saturated()) + " " + overload.toPlainString() + " or more, up to " + counts.largest()
                            + ", more than one in a thousand",
                    "less exposure, or a higher overload if these are valid counts");
        }
    }

    private void judgeUndefined() {
        stated.undefined()
                .filter(value -> value.compareTo(BigDecimal.valueOf(type.smallest())) < 0
                        || value.compareTo(BigDecimal.valueOf(type.largest())) > 0)
                .ifPresent(value -> add(
                        Severity.ERROR,
                        "_array_intensities.undefined_value",
                        "it is " + value.toPlainString() + ", which no " + type.encodingType() + " can be",
                        type.smallest() + " to " + type.largest()));
    }

    private void judgeNegative() {
        if (counts.negative() > 0 && stated.underload().isEmpty()) {
            add(
                    Severity.WARNING,
                    "_array_intensities.underload",
                    "nothing says what the least valid count is, and " + pixels(counts.negative())
                            + " less than 0, down to " + counts.smallest() + ", as gaps and dead pixels have",
                    "0, if those below are no counts");
        }
    }

    /** What the images have, for whoever looks whether that is as it should be. */
    private String summary() {
        List<String> parts = new ArrayList<>();
        parts.add(
                counts.largest() == Long.MIN_VALUE
                        ? "no counts"
                        : "counts " + counts.smallest() + " to " + counts.largest());
        boolean isOverloadAtTop = stated.overload()
                .filter(overload -> overload.compareTo(BigDecimal.valueOf(type.largest())) == 0)
                .isPresent();
        stated.overload()
                .filter(overload -> !isOverloadAtTop)
                .ifPresent(overload -> parts.add(
                        pixels(counts.saturated()) + " the overload " + overload.toPlainString() + " or more"));
        stated.underload()
                .ifPresent(underload ->
                        parts.add(pixels(counts.below()) + " less than the underload " + underload.toPlainString()));
        stated.undefined()
                .ifPresent(value ->
                        parts.add(pixels(counts.undefined()) + " the undefined value " + value.toPlainString()));
        if (counts.atTop() > 0 || isOverloadAtTop) {
            parts.add(pixels(counts.atTop()) + " " + type.largest()
                    + (isOverloadAtTop ? ", the overload and the largest of its type" : ", the largest of its type"));
        }
        return (array.isEmpty() ? "" : "array " + array + ", ")
                + images
                + (images == 1 ? " image: " : " images: ")
                + String.join(", ", parts);
    }

    private static String pixels(long count) {
        return count + (count == 1 ? " pixel has" : " pixels have");
    }

    private void add(Severity severity, String item, String wrong, String right) {
        OptionalInt row = stated.row();
        remarks.add(new Remark(severity, NAME, item, row, OptionalInt.empty(), wrong, right));
    }
}
