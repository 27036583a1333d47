package io.github.icatimgcif.adapter.nxmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AxisBuilderTest {

    @Test
    void anAxisKeepsThePartOfTheEquipmentThatTheFileNames() {
        AxisBuilder builder = new AxisBuilder(new HashSet<>(), shift -> false);

        AxisBuilder.Built built = builder.build(
                List.of(turning("two_theta", Optional.of("detector_arm")), turning("roll", Optional.empty())));

        assertThat(built.chain().axes())
                .extracting(Axis::component)
                .containsExactly(Optional.of("detector_arm"), Optional.empty());
    }

    private static Transformation turning(String name, Optional<String> component) {
        return new Transformation(
                "/entry/instrument/detector/transformations/" + name,
                Axis.Kind.ROTATION,
                new DecimalVector(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO),
                Vector3.ZERO,
                NumberColumn.ofDoubles(10),
                Unit.DEGREE,
                true,
                Optional.empty(),
                component);
    }
}
