package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.complete.KnownPanel;
import io.github.icatimgcif.conversion.complete.PanelLayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads where the panels of a detector stand that is not flat. */
final class KnownPanels {

    /** Cosine of the angle between the fast and the slow direction that rounding may leave. */
    private static final double ROUNDING = 1e-3;

    private KnownPanels() {}

    static PanelLayout layout(YamlValue value) {
        value.onlyKeys("size", "beam", "distance", "panels");
        List<KnownPanel> panels = new ArrayList<>();
        for (YamlValue entry : value.at("panels").elements()) {
            KnownPanel panel = panel(entry);
            if (panels.stream().anyMatch(other -> other.name().equalsIgnoreCase(panel.name()))) {
                throw entry.at("name").mistake("the panel '" + panel.name() + "' is here twice");
            }
            panels.add(panel);
        }
        List<Integer> size = pair(value.at("size"));
        List<BigDecimal> beam = value.at("beam").numbers();
        BigDecimal distance = value.at("distance").number();
        try {
            return new PanelLayout(size, beam, distance, panels);
        } catch (IllegalArgumentException wrong) {
            throw value.mistake(String.valueOf(wrong.getMessage()));
        }
    }

    private static KnownPanel panel(YamlValue value) {
        value.onlyKeys("name", "first", "size", "corner", "fast", "slow");
        KnownPanel panel = new KnownPanel(
                value.at("name").word(),
                pair(value.at("first")),
                pair(value.at("size")),
                KnownAxes.vector(value.at("corner")),
                KnownAxes.direction(value.at("fast")),
                KnownAxes.direction(value.at("slow")));
        if (Math.abs(panel.fastDirection().dot(panel.slowDirection())) > ROUNDING) {
            throw value.at("slow").mistake("the slow direction is not perpendicular to the fast direction");
        }
        return panel;
    }

    /** Two whole numbers, fast and slow. */
    private static List<Integer> pair(YamlValue value) {
        try {
            List<Integer> numbers =
                    value.numbers().stream().map(BigDecimal::intValueExact).toList();
            if (numbers.size() == 2) {
                return numbers;
            }
        } catch (ArithmeticException notWhole) {
            throw value.mistake("two whole numbers of pixels are wanted here, fast and slow");
        }
        throw value.mistake("two numbers of pixels are wanted here, fast and slow, not "
                + value.numbers().size());
    }
}
