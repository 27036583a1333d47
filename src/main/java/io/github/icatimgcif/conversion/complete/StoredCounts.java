package io.github.icatimgcif.conversion.complete;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What counts the images can hold. A limit of the detector that lies beyond them, as a saturation at 200000 of images of 16 bits,
 * says nothing about the counts in them.
 */
final class StoredCounts {

    private static final String OVERLOAD = "_array_intensities.overload";

    private final int bitDepth;

    /** @param bitDepth bits of a pixel, of an unsigned integer unless negative; 0 if not known, and then nothing is too large */
    StoredCounts(int bitDepth) {
        this.bitDepth = bitDepth;
    }

    /**
     * Why a value cannot be true of the images; empty if it can. An overload may be one more than the largest count: then every
     * count is valid.
     *
     * @param item full name of the item, as the dictionary spells it
     */
    Optional<String> contradiction(String item, Converted value) {
        if (bitDepth == 0 || !item.equals(OVERLOAD) || !(value instanceof Converted.Number number)) {
            return Optional.empty();
        }
        BigInteger counts = BigInteger.ONE.shiftLeft(bitDepth > 0 ? bitDepth : -bitDepth - 1);
        return number.number().compareTo(new BigDecimal(counts)) <= 0
                ? Optional.empty()
                : Optional.of("no count of the images, which are of " + type() + ", can be so large: "
                        + counts.subtract(BigInteger.ONE)
                        + " is the largest; from which of them on a pixel is overloaded"
                        + " it does not say");
    }

    private String type() {
        return bitDepth > 0 ? "unsigned " + bitDepth + "-bit integers" : "signed " + -bitDepth + "-bit integers";
    }
}
