package io.github.icatimgcif.adapter.hdf5;

import java.util.Arrays;
import java.util.OptionalLong;

/** Where an HDF5 file begins inside the file that holds it, and where its root group lies. */
final class FileHead {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

    private FileHead() {}

    /**
     * Where the signature lies: at 0, 512, 1024, 2048 and so on, as a user block may come first. It is asked of each file of a
     * series that is no HDF5 too, where a page around each of these places would be most of what is read.
     */
    static OptionalLong signature(FileBytes bytes) {
        for (long at = 0; at >= 0 && at + SIGNATURE.length <= bytes.fileSize(); at = at == 0 ? 512 : 2 * at) {
            if (Arrays.equals(bytes.alone(at, SIGNATURE.length), SIGNATURE)) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }

    /** Reads the superblock, tells {@code bytes} its widths, and gives the address of the root group's object header. */
    static long rootAddress(FileBytes bytes) {
        bytes.shape(0, 8, 8);
        long at = signature(bytes).orElseThrow(() -> new Damaged("it is no HDF5 file, the signature is missing"));
        Cursor head = bytes.cursorUpTo(at, 128).skip(SIGNATURE.length);
        int version = head.u8();
        return switch (version) {
            case 0, 1 -> oldRoot(bytes, at, version, head);
            case 2, 3 -> newRoot(bytes, at, head);
            default -> throw new Damaged("version " + version + " of the superblock is not known, only 0 to 3");
        };
    }

    private static long oldRoot(FileBytes bytes, long at, int version, Cursor head) {
        head.skip(4);
        int offsets = head.u8();
        int lengths = head.u8();
        head.skip(version == 0 ? 9 : 13);
        bytes.shape(at, offsets, lengths);
        Cursor addresses = bytes.cursorUpTo(SIGNATURE.length + (version == 0 ? 16 : 20), 6 * offsets);
        for (int i = 0; i < 5; i++) {
            addresses.offset();
        }
        return addresses.offset();
    }

    private static long newRoot(FileBytes bytes, long at, Cursor head) {
        int offsets = head.u8();
        int lengths = head.u8();
        bytes.shape(at, offsets, lengths);
        Cursor addresses = bytes.cursor(SIGNATURE.length + 4, 4L * offsets);
        addresses.offset();
        addresses.offset();
        addresses.offset();
        return addresses.offset();
    }
}
