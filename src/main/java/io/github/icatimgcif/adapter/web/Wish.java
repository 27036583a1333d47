package io.github.icatimgcif.adapter.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What is wanted of a file. */
sealed interface Wish {

    /** Whether it is there: its first byte, as checkImgCIF asks for it; of whatever comes no more than what fills a buffer is read. */
    record FirstByte() implements Wish {}

    /**
     * All of it.
     *
     * @param into    an empty file
     * @param largest bytes of it that are taken
     */
    record Whole(Path into, long largest) implements Wish {

        private static final int BUFFER = 1 << 16;

        /**
         * Writes the file.
         *
         * @param body      what the host sends
         * @param announced how many bytes that will be, if the host says so
         * @throws NoAnswer    if it is too large
         * @throws IOException if the host stops too early, or the disk is full
         */
        void take(InputStream body, OptionalLong announced) throws IOException {
            if (announced.isPresent() && announced.getAsLong() > largest) {
                throw tooLarge("it has " + announced.getAsLong() + " bytes");
            }
            byte[] buffer = new byte[BUFFER];
            long taken = 0;
            try (OutputStream file = Files.newOutputStream(into)) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    taken += read;
                    if (taken > largest) {
                        throw tooLarge("it goes on after " + largest + " bytes");
                    }
                    file.write(buffer, 0, read);
                }
            }
        }

        private NoAnswer tooLarge(String size) {
            return new NoAnswer(
                    "the file is too large to be brought here: " + size + ", and " + largest + " are allowed");
        }
    }
}
