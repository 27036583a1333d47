package io.github.icatimgcif.entrypoint.access;

import io.quarkus.logging.LoggingFilter;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/** Takes sessions out of whatever is logged, by whomever: a framework tells addresses of requests where it fails. */
@LoggingFilter(name = "without-sessions")
public final class WithoutSessions implements Filter {

    private static final Pattern SESSION =
            Pattern.compile("(?i)(sessionId(?:=|%3D|\"?\\s*:\\s*\"?)|Bearer\\s+)[^\\s&\"',;#)\\]}]+");

    /** Has nothing to be told. */
    public WithoutSessions() {}

    @Override
    public boolean isLoggable(LogRecord entry) {
        String message = entry instanceof ExtLogRecord extended ? extended.getFormattedMessage() : entry.getMessage();
        if (message != null && SESSION.matcher(message).find()) {
            String cleaned = cleaned(message);
            if (entry instanceof ExtLogRecord extended) {
                extended.setMessage(cleaned, ExtLogRecord.FormatStyle.NO_FORMAT);
            } else {
                entry.setMessage(cleaned);
            }
            entry.setParameters(null);
        }
        Optional.ofNullable(entry.getThrown())
                .flatMap(ThrownWithoutSessions::of)
                .ifPresent(entry::setThrown);
        return true;
    }

    static String cleaned(String message) {
        return SESSION.matcher(message).replaceAll("$1...");
    }
}
