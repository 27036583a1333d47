package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;

/** The image has the dimensions and the type that are stated. */
final class ImageTypeAndDimensions implements ImageTest {

    private static final String TYPE = "_array_structure.encoding_type";
    private static final String ORDER = "_array_structure.byte_order";

    @Override
    public String name() {
        return "Image type and dimensions";
    }

    @Override
    public void run(OriginalBlock block, OriginalImage image, Messages messages) {
        judgeDimension(block, "1", "fast", image.fast(), messages);
        judgeDimension(block, "2", "slow", image.slow(), messages);
        if (block.has(TYPE)) {
            String stated = OriginalBlock.spelling(first(block, TYPE));
            String found = image.type().encodingType();
            if (!stated.equals(found)) {
                messages.fail("Stated encoding " + stated + " does not match the type of the image, " + found);
            }
        }
        if (block.has(ORDER)) {
            messages.pass("WARNING: byte order provided in file containing external data pointers");
        }
    }

    private static void judgeDimension(
            OriginalBlock block, String precedence, String direction, int found, Messages messages) {
        for (OriginalLoop.Row dimension :
                block.loop("_array_structure_list.precedence").rows()) {
            if (dimension.is("precedence", precedence)) {
                long stated = dimension.wholeNumber("dimension");
                if (stated != found) {
                    messages.fail("Stated image dimension " + stated + " in " + direction
                            + " direction does not match the image, which has " + found);
                }
                return;
            }
        }
        throw new CannotBeTested("no dimension of precedence " + precedence);
    }

    private static CifValue first(OriginalBlock block, String item) {
        return block.column(item).iterator().next();
    }
}
