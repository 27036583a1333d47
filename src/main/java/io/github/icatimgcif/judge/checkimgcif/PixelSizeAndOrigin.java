package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;
import java.util.ArrayList;
import java.util.List;

/** The first pixel of each dimension is at the setting of half a pixel. */
final class PixelSizeAndOrigin implements OriginalTest {

    private static final String DISPLACEMENT = "_array_structure_list_axis.displacement";
    private static final String INDEX = "_array_element_size.index";
    private static final String SIZE = "_array_element_size.size";
    private static final double MM_PER_M = 1000;

    /** mm */
    private static final double TOLERANCE = 1e-6;

    @Override
    public String name() {
        return "Pixel size and origin described correctly";
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        boolean isZero = false;
        for (CifValue displacement : block.column(DISPLACEMENT)) {
            isZero |= JuliaNumber.parse(DISPLACEMENT, displacement) == 0;
        }
        if (isZero) {
            messages.fail("Origin of array coordinates should be in centre of pixel but at least one value of "
                    + DISPLACEMENT + " is 0");
        }
        if (block.has(SIZE)) {
            sizes(block, messages);
        }
    }

    private static void sizes(OriginalBlock block, Messages messages) {
        List<CifValue> sizes = new ArrayList<>();
        block.column(SIZE).forEach(sizes::add);
        for (CifValue index : block.column(INDEX)) {
            double displacement = displacement(block, OriginalBlock.spelling(index));
            long row = JuliaNumber.parseWhole(INDEX, index);
            if (row < 1 || row > sizes.size()) {
                throw new CannotBeTested("no row " + row + " of " + SIZE);
            }
            double size = JuliaNumber.parse(SIZE, sizes.get((int) row - 1)) * MM_PER_M;
            if (Math.abs(Math.abs(displacement) - size / 2) > TOLERANCE) {
                messages.fail("Pixel axis displacement " + JuliaNumber.text(displacement)
                        + " mm is not at centre of pixel of corresponding dimension " + JuliaNumber.text(size) + " mm");
            }
        }
    }

    private static double displacement(OriginalBlock block, String index) {
        for (OriginalLoop.Row dimension :
                block.loop("_array_structure_list.index").rows()) {
            if (dimension.is("index", index)) {
                return SurfaceAxis.ofSet(block, dimension.text("axis_set_id")).number("displacement");
            }
        }
        throw new CannotBeTested("no dimension of index " + index);
    }
}
