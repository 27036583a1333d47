package io.github.icatimgcif.adapter.files;

/**
 * A member of a zip archive as the archive's directory has it.
 *
 * @param file       its name and size
 * @param position   where its own header begins in the archive
 * @param storedSize bytes it takes in the archive
 * @param method     how it is packed: 0 stored, 8 deflated, others
 * @param flags      bit 0: encrypted
 * @param unixMode   type and permissions where the archive was packed on Unix; else 0
 */
record ZipMember(RawFile file, long position, long storedSize, short method, short flags, short unixMode) {

    private static final int TYPE = 0xf000;
    private static final int LINK = 0xa000;

    boolean isFolder() {
        return file.name().endsWith("/");
    }

    boolean isLink() {
        return (unixMode & TYPE) == LINK;
    }

    boolean isEncrypted() {
        return (flags & 1) != 0;
    }
}
