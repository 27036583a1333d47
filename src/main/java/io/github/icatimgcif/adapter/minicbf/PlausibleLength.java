package io.github.icatimgcif.adapter.minicbf;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Which lengths of an instrument can be metres, so that a number without a unit is one. */
final class PlausibleLength {

    /** From and to, metres, both possible. */
    private record Range(String from, String to) {

        boolean has(BigDecimal metres) {
            return metres.compareTo(new BigDecimal(from)) >= 0 && metres.compareTo(new BigDecimal(to)) <= 0;
        }
    }

    private static final Map<String, Range> BY_KEY = Map.of(
            "Pixel_size", new Range("1e-6", "5e-3"),
            "Detector_distance", new Range("0", "20"),
            "sensor_thickness", new Range("0", "0.01"));

    private PlausibleLength() {}

    /** Whether the number behind a key of the header can be metres; of a key without a rule every number can. */
    static boolean isMetres(String key, BigDecimal number) {
        return Optional.ofNullable(BY_KEY.get(key))
                .map(range -> range.has(number))
                .orElse(true);
    }
}
