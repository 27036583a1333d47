package io.github.icatimgcif.entrypoint.api.bundle;

import java.io.OutputStream;

/** The kinds of archives. */
public enum ArchiveForm {
    /** ZIP, with ZIP64 where files or the archive are that large. */
    ZIP("application/zip", ".zip") {
        @Override
        ArchiveWriter writer(OutputStream out) {
            return new ZipWriter(out);
        }
    },
    /** POSIX tar, not compressed. */
    TAR("application/x-tar", ".tar") {
        @Override
        ArchiveWriter writer(OutputStream out) {
            return new TarWriter(out);
        }
    };

    private final String mediaType;
    private final String suffix;

    ArchiveForm(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of the name of such a file. */
    public String suffix() {
        return suffix;
    }

    abstract ArchiveWriter writer(OutputStream out);
}
