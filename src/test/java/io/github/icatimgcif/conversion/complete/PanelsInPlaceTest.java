package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PanelsInPlaceTest {

    private static final Vector3 X = new Vector3(1, 0, 0);
    private static final Vector3 Y = new Vector3(0, 1, 0);
    private static final Vector3 Z = new Vector3(0, 0, 1);
    private static final BigDecimal PIXEL = new BigDecimal("0.1");

    private static final PanelLayout LAYOUT = new PanelLayout(
            List.of(100, 210),
            List.of(BigDecimal.valueOf(50), BigDecimal.valueOf(100)),
            BigDecimal.ZERO,
            List.of(
                    new KnownPanel("low", List.of(0, 0), List.of(100, 100), new Vector3(-5, -8, 60), X, Y),
                    new KnownPanel("high", List.of(0, 110), List.of(100, 100), new Vector3(-5, 3, 50), X, Z)));

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void aBeamCentreElsewhereMovesAllPanelsByTheDifference() {
        PanelsInPlace panels = panels(Optional.of(LAYOUT), header(100, 210, "0.3"));

        List<DetectorElement> elements =
                panels.elements(new BeamCentre(BigDecimal.valueOf(48), BigDecimal.valueOf(103)), PIXEL, PIXEL);

        assertThat(panels.areMissing()).isFalse();
        assertThat(panels.distance()).contains(new BigDecimal("0.3"));
        assertThat(elements.get(0).origin().minus(new Vector3(-4.8, -8.3, 60)).length())
                .isLessThan(1e-12);
        assertThat(elements.get(1).origin().minus(new Vector3(-4.8, 2.7, 50)).length())
                .isLessThan(1e-12);
        assertThat(elements.get(1).section().orElseThrow().first()).containsExactly(0, 110);
        assertThat(elements.get(1).slowDirection()).isEqualTo(Z);
        assertThat(findings).extracting(Finding::message).anyMatch(m -> m.contains("moved along the beam"));
    }

    @Test
    void withoutADistanceInTheHeaderThePanelsStandWhereTheyAreKnownTo() {
        assertThat(panels(Optional.of(LAYOUT), header(100, 210, "?")).distance())
                .contains(BigDecimal.ZERO);
        assertThat(findings).noneMatch(Finding::isError);
    }

    @Test
    void aDistanceThatCannotBeMeantIsAnError() {
        assertThat(panels(Optional.of(LAYOUT), header(100, 210, "250")).distance())
                .isEmpty();
        assertThat(findings).anyMatch(f -> f.isError() && f.message().contains("250 mm"));
    }

    @Test
    void imagesOfAnotherSizeAreNotPlaced() {
        assertThat(panels(Optional.of(LAYOUT), header(100, 209, "0")).areMissing())
                .isTrue();
        assertThat(findings).anyMatch(f -> f.isError() && f.message().contains("[100, 209]"));
    }

    @Test
    void aDetectorThatNobodyKnowsIsMissing() {
        PanelsInPlace panels = panels(Optional.empty(), header(100, 210, "100"));

        assertThat(panels.areMissing()).isTrue();
        assertThat(panels.areKnown()).isFalse();
        assertThat(findings).anyMatch(f -> f.isError() && f.message().contains("two rows"));
    }

    @Test
    void aPanelOutsideTheArrayIsAMistake() {
        KnownPanel outside = new KnownPanel("p", List.of(0, 111), List.of(100, 100), X, X, Y);

        assertThatThrownBy(() -> new PanelLayout(LAYOUT.size(), LAYOUT.beam(), BigDecimal.ZERO, List.of(outside)))
                .hasMessageContaining("panel p does not lie in the array");
    }

    private PanelsInPlace panels(Optional<PanelLayout> layout, DetectorStatement.Flat header) {
        KnownDetector known = new KnownDetector(
                "S-1", "Model", Optional.empty(), Optional.of(X), Optional.of(Y), layout, false, "a drawing");
        return new PanelsInPlace(Optional.of(known), Optional.of("two rows"), header, findings);
    }

    private static DetectorStatement.Flat header(int fast, int slow, String distance) {
        return new DetectorStatement.Flat(
                fast,
                slow,
                Optional.of(PIXEL),
                Optional.of(PIXEL),
                distance.equals("?") ? Optional.empty() : Optional.of(new BigDecimal(distance)),
                Optional.empty(),
                Optional.empty(),
                X,
                Y,
                Optional.empty());
    }
}
