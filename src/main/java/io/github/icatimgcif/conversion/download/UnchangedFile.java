package io.github.icatimgcif.conversion.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of a file that is looked at once more when its end is reached. */
final class UnchangedFile extends FilterInputStream {

    private final AtTheEnd atTheEnd;

    /** What is done when the end is reached. */
    @FunctionalInterface
    interface AtTheEnd {
        /** Throws if the file is not what it was. */
        void look() throws IOException;
    }

    UnchangedFile(InputStream content, AtTheEnd atTheEnd) {
        super(content);
        this.atTheEnd = atTheEnd;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one < 0) {
            atTheEnd.look();
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int now = super.read(target, offset, length);
        if (now < 0) {
            atTheEnd.look();
        }
        return now;
    }
}
