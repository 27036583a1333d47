package io.github.icatimgcif.entrypoint.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with one file as a browser sends it, {@code multipart/form-data}: its fields up to the file, and the file as a stream, of
 * which nothing is put on disk or in memory.
 */
final class MultipartForm {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 64;

    private final InputStream in;
    private final byte[] delimiter;
    private final Map<String, String> fields = new HashMap<>();
    private String fileName = "";

    private MultipartForm(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A form, read up to the file; empty if it has none, or is no such form. */
    static Optional<MultipartForm> of(InputStream body, String contentType) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Optional.empty();
        }
        MultipartForm form = new MultipartForm(new BufferedInputStream(body, 1 << 16), boundary.group(1));
        return form.reachesFile() ? Optional.of(form) : Optional.empty();
    }

    /** A field that stands before the file. */
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** What the user calls the file. */
    String fileName() {
        return fileName;
    }

    /** The content of the file. */
    InputStream file() {
        return new Part();
    }

    private boolean reachesFile() throws IOException {
        line();
        for (int lines = 0; lines < MOST_LINES; ) {
            String disposition = "";
            String line = line();
            while (!line.isEmpty() && lines++ < MOST_LINES) {
                disposition = line.toLowerCase(Locale.ROOT).startsWith("content-disposition:") ? line : disposition;
                line = line();
            }
            Matcher file = FILE_NAME.matcher(disposition);
            if (file.find()) {
                fileName = file.group(1);
                return true;
            }
            Matcher name = NAME.matcher(disposition);
            if (!name.find()) {
                return false;
            }
            byte[] value = new Part().readNBytes(LONGEST_LINE);
            fields.put(name.group(1), new String(value, StandardCharsets.UTF_8));
            line();
            lines++;
        }
        return false;
    }

    /** What stands up to the next end of a line; no more than a header may have. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        while (c >= 0 && c != '\n' && line.size() < LONGEST_LINE) {
            line.write(c);
            c = in.read();
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** The bytes up to the next delimiter, in which only the first byte is a carriage return. */
    private final class Part extends InputStream {
        private int matched;
        private int given;
        private int after = -1;
        private boolean isEnded;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int value = next();
                if (value < 0) {
                    break;
                }
                buffer[from + count++] = (byte) value;
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        private int next() throws IOException {
            while (given == 0 && !isEnded) {
                int value = after >= 0 ? after : in.read();
                after = -1;
                if (value == (delimiter[matched] & 0xFF)) {
                    matched++;
                    isEnded = matched == delimiter.length;
                } else if (matched > 0) {
                    given = matched; // it looked like the delimiter so far
                    after = value;
                    matched = 0;
                    isEnded = value < 0;
                } else {
                    isEnded = value < 0;
                    return value;
                }
            }
            return given > 0 ? held() : -1;
        }

        private int heldFrom;

        private int held() {
            int value = delimiter[heldFrom++] & 0xFF;
            if (heldFrom == given) {
                heldFrom = 0;
                given = 0;
            }
            return value;
        }
    }
}
