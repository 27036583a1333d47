package io.github.icatimgcif.judge.checkimgcif;

import java.util.Set;

/**
 * Where more values are the largest of their type than are a little less, they are overloads, and then it must be stated what an
 * overload is.
 */
final class OverloadedValuesPresent implements ImageTest {

    private static final String OVERLOAD = "_array_intensities.overload";

    @Override
    public String name() {
        return "Overloaded values present";
    }

    @Override
    public void run(OriginalBlock block, OriginalImage image, Messages messages) {
        if (image.atTop() <= image.nearTop()) {
            return;
        }
        if (!block.has(OVERLOAD)) {
            messages.fail("Overloaded values present in the image but " + OVERLOAD + " is not specified");
            return;
        }
        Set<String> stated = block.distinct(OVERLOAD);
        if (stated.size() != 1) {
            messages.fail("More than one value of " + OVERLOAD + " is specified: " + Listed.of(stated));
            return;
        }
        double overload =
                JuliaNumber.parse(OVERLOAD, block.column(OVERLOAD).iterator().next());
        if (overload > image.type().largest()) {
            // The original converts it to the type of the values, which it does not fit.
            throw new CannotBeTested("overload " + overload + " of " + image.type());
        }
    }
}
