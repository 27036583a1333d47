package io.github.icatimgcif.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * What was seen of one thing again and again.
 *
 * @param name   of the thing
 * @param points in the order of their time; none where nothing was to be seen
 */
public record Series(String name, List<Point> points) {

    /**
     * One look.
     *
     * @param seconds  since the start of the run
     * @param datasets registered by then
     * @param value    of the thing
     */
    public record Point(double seconds, double datasets, double value) {}

    /** Copies what it is given. */
    public Series {
        points = List.copyOf(points);
    }

    /**
     * The median of each window of that length, from a time on. Windows of a whole round hold the same troubles, so that their
     * medians may be compared; what is left at the end and no whole window is left out.
     */
    public Series medians(double from, double length) {
        List<Point> medians = new ArrayList<>();
        double end = points.isEmpty() ? from : points.get(points.size() - 1).seconds();
        // A look comes a moment late: a window that lacks a tenth at its end is whole.
        for (double begin = from; begin + 0.9 * length <= end; begin += length) {
            double first = begin;
            List<Point> within = points.stream()
                    .filter(point -> point.seconds() >= first && point.seconds() < first + length)
                    .toList();
            if (!within.isEmpty()) {
                medians.add(new Point(
                        first + length / 2,
                        median(within.stream().map(Point::datasets).toList()),
                        median(within.stream().map(Point::value).toList())));
            }
        }
        return new Series(name, medians);
    }

    /**
     * By how much the value rises a dataset: the median of the slopes between all pairs of points (Theil and Sen), which single
     * outliers do not move. 0 of fewer than two points.
     */
    public double slope() {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                double datasets = points.get(j).datasets() - points.get(i).datasets();
                if (datasets > 0) {
                    slopes.add((points.get(j).value() - points.get(i).value()) / datasets);
                }
            }
        }
        return slopes.isEmpty() ? 0 : median(slopes);
    }

    /** The points before the middle one, and it. */
    public Series firstHalf() {
        return new Series(name, points.subList(0, (points.size() + 1) / 2));
    }

    /** The middle point and those after it. */
    public Series lastHalf() {
        return new Series(name, points.subList(points.size() / 2, points.size()));
    }

    /** Datasets between the first and the last point. */
    public double datasets() {
        return points.isEmpty()
                ? 0
                : points.get(points.size() - 1).datasets() - points.get(0).datasets();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
