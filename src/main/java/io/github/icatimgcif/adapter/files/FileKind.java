package io.github.icatimgcif.adapter.files;

import java.util.Locale;

/** What a file is, by its first bytes. */
public enum FileKind {
    CBF("CBF", Role.IMAGE),
    HDF5("HDF5", Role.IMAGE),
    SMV("SMV", Role.IMAGE),
    /** Also those with the header of a MAR CCD inside, and BigTIFF. */
    TIFF("TIFF", Role.IMAGE),
    MAR345("MAR345", Role.IMAGE),
    BRUKER("Bruker", Role.IMAGE),
    RAXIS("R-AXIS", Role.IMAGE),
    ZIP("ZIP archive", Role.ARCHIVE),
    TAR("tar archive", Role.ARCHIVE),
    XZ("xz", Role.ARCHIVE),
    ZSTD("Zstandard", Role.ARCHIVE),
    SEVEN_ZIP("7z archive", Role.ARCHIVE),
    RAR("RAR archive", Role.ARCHIVE),
    OTHER("something else", Role.NEITHER);

    /** So many bytes of a file tell what it is. */
    public static final int BYTES = 512;

    private enum Role {
        IMAGE,
        ARCHIVE,
        NEITHER
    }

    private final String label;
    private final Role role;

    FileKind(String label, Role role) {
        this.label = label;
        this.role = role;
    }

    /** What the head shows; it needs {@link #BYTES} bytes unless the file is shorter. */
    public static FileKind of(Head head) {
        if (head.startsWith("###CBF")) {
            return CBF;
        }
        if (head.startsWith("\u0089HDF\r\n\u001a\n")) {
            return HDF5;
        }
        if (startsLikeSmv(head)) {
            return SMV;
        }
        if (head.hasAt(0, bytes('I', 'I', 42, 0))
                || head.hasAt(0, bytes('M', 'M', 0, 42))
                || head.hasAt(0, bytes('I', 'I', 43, 0))
                || head.hasAt(0, bytes('M', 'M', 0, 43))) {
            return TIFF;
        }
        return otherImage(head);
    }

    private static FileKind otherImage(Head head) {
        if (head.hasAt(128, bytes('m', 'a', 'r', ' ')) && is1234(head)) {
            return MAR345;
        }
        if (head.startsWith("FORMAT :")) {
            return BRUKER;
        }
        if (head.startsWith("RAXIS") || head.startsWith("R-AXIS")) {
            return RAXIS;
        }
        return archive(head);
    }

    private static FileKind archive(Head head) {
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (head.startsWith("\u00fd7zXZ\u0000")) {
            return XZ;
        }
        if (head.startsWith("\u0028\u00b5\u002f\u00fd")) {
            return ZSTD;
        }
        if (head.startsWith("7z\u00bc\u00af\u0027\u001c")) {
            return SEVEN_ZIP;
        }
        if (head.startsWith("Rar!\u001a\u0007")) {
            return RAR;
        }
        return head.hasAt(257, bytes('u', 's', 't', 'a', 'r')) || hasOldTarHeader(head) ? TAR : OTHER;
    }

    /** Whether it is an image of a detector, of a kind this program reads or knows by name. */
    public boolean isImage() {
        return role == Role.IMAGE;
    }

    /** Whether it holds other files, or hides one behind a compression that the dictionary has no word for. */
    public boolean isArchive() {
        return role == Role.ARCHIVE;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    private static boolean startsLikeSmv(Head head) {
        if (!head.startsWith("{")) {
            return false;
        }
        String start = head.text().substring(1, Math.min(head.length(), 40)).strip();
        return start.toUpperCase(Locale.ROOT).startsWith("HEADER_BYTES");
    }

    /** The number 1234 in either byte order. */
    private static boolean is1234(Head head) {
        return head.hasAt(0, bytes(0xd2, 4, 0, 0)) || head.hasAt(0, bytes(0, 0, 4, 0xd2));
    }

    /** Tar archives from before 1988 have no magic word; the sum of the header's bytes tells. */
    private static boolean hasOldTarHeader(Head head) {
        if (head.length() < BYTES || head.hasAt(0, (byte) 0)) {
            return false;
        }
        String stated = head.text().substring(148, 156).replace('\0', ' ').strip();
        if (!stated.matches("[0-7]{1,7}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < BYTES; i++) {
            sum += i >= 148 && i < 156 ? ' ' : head.bytes().get(i) & 0xff;
        }
        return sum == Integer.parseInt(stated, 8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
