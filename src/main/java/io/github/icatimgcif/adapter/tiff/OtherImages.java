package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.adapter.files.FileKind;
import io.github.icatimgcif.adapter.files.Head;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Images of detectors that are known by name and not read: the one who gave them is told what would be read instead. */
final class OtherImages {

    /** The header of a MAR CCD begins at byte 1024 of a TIFF, with a number and then its name. */
    private static final int MAR_NAME = 1028;

    /** Width, height and bytes of a pixel in that header; Bruker writes the same one without the name. */
    private static final int MAR_SIZES = 1024 + 80;

    private OtherImages() {}

    /** Why a file is refused; empty if it is a TIFF like any other, or no image. */
    static Optional<String> refusal(Head head) {
        return switch (FileKind.of(head)) {
            case TIFF ->
                head.hasAt(MAR_NAME, (byte) 'M', (byte) 'M', (byte) 'X')
                        ? notRead("images of a MAR or Rayonix CCD (TIFF with a MAR header)")
                        : Optional.empty();
            case MAR345 -> notRead("images of a MAR345 image plate");
            case BRUKER -> notRead("Bruker frames (SFRM)");
            case RAXIS -> notRead("images of a Rigaku R-AXIS image plate");
            default -> Optional.empty();
        };
    }

    /** The same for a TIFF whose size is known: a MAR header without its name states it once more. */
    static Optional<String> refusal(Head head, int width, int height) {
        if (head.length() < MAR_SIZES + 8) {
            return Optional.empty();
        }
        ByteBuffer bytes = head.bytes().order(head.startsWith("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return bytes.getInt(MAR_SIZES) == width && bytes.getInt(MAR_SIZES + 4) == height
                ? notRead("images of a Bruker or Rayonix CCD (TIFF with a header as MAR has it)")
                : Optional.empty();
    }

    private static Optional<String> notRead(String what) {
        return Optional.of("these are " + what + ", which this version does not read: convert them to CBF with the"
                + " geometry in the header, or give the HDF5 master if the detector wrote one");
    }
}
