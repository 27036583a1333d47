package io.github.icatimgcif.adapter.figures;

import java.util.Map;

/**
 * What was counted at one moment.
 *
 * @param counted the figures that are not nought, by figure and kind
 */
public record Figures(Map<Figure, Map<String, Double>> counted) {

    public Figures {
        counted = Map.copyOf(counted);
    }

    /** A figure of one kind. */
    public double of(Figure figure, String kind) {
        return counted.getOrDefault(figure, Map.of()).getOrDefault(kind, 0.0);
    }

    /** A figure that has no kinds. */
    public double of(Figure figure) {
        return of(figure, "");
    }
}
