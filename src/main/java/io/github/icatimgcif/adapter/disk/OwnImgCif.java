package io.github.icatimgcif.adapter.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from the beginning of a file whether this program wrote it, and when. */
final class OwnImgCif {

    private static final int BEGINNING = 4096;

    private static final String HEADER = "#\\#CIF_";

    private static final Pattern METHOD = Pattern.compile("(?m)^_audit\\.creation_method\\s+[^\\n]*icat-imgcif");

    private static final Pattern DATE = Pattern.compile("(?m)^_audit\\.creation_date\\s+['\"]?(\\d{4}-\\d{2}-\\d{2})");

    private OwnImgCif() {}

    /** The date that an imgCIF of this program gives as its own; empty if the file is of somebody else. */
    static Optional<LocalDate> creationDate(Path file) throws IOException {
        String beginning;
        try (InputStream content = Files.newInputStream(file)) {
            beginning = new String(content.readNBytes(BEGINNING), StandardCharsets.UTF_8);
        }
        if (!beginning.startsWith(HEADER) || !METHOD.matcher(beginning).find()) {
            return Optional.empty();
        }
        Matcher date = DATE.matcher(beginning);
        try {
            // Ours without a readable date was damaged by hand; any date makes it differ and be written anew.
            return Optional.of(date.find() ? LocalDate.parse(date.group(1)) : LocalDate.EPOCH);
        } catch (DateTimeException noDate) {
            return Optional.of(LocalDate.EPOCH);
        }
    }
}
