package io.github.icatimgcif.entrypoint.access;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes sessions and passwords out of whatever is logged, by whomever, failures and their causes included: a framework tells addresses
 * of requests where it fails, and all of them tell what they are configured with when somebody looks for a fault.
 */
@LoggingFilter(name = "without-sessions")
public final class WithoutSessions implements Filter {

    private final SecretText secrets;

    /** Knows the secrets of the configuration. */
    public WithoutSessions() {
        this.secrets = new SecretText(configured(ConfigProvider.getConfig()));
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        clean(entry, secrets);
        return true;
    }

    static void clean(LogRecord entry, SecretText secrets) {
        String message = entry instanceof ExtLogRecord extended ? extended.getFormattedMessage() : entry.getMessage();
        if (message != null) {
            replace(entry, message, secrets.without(message));
        }
        @Nullable Throwable failure = entry.getThrown();
        if (failure != null) {
            entry.setThrown(CleanedFailure.of(failure, secrets));
        }
    }

    private static void replace(LogRecord entry, String message, String cleaned) {
        if (cleaned.equals(message)) {
            return;
        }
        if (entry instanceof ExtLogRecord extended) {
            extended.setMessage(cleaned, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            entry.setMessage(cleaned);
        }
        entry.setParameters(null);
    }

    private static List<String> configured(Config configuration) {
        return List.copyOf(ConfiguredSecrets.of(configuration.getPropertyNames(), name -> value(configuration, name)));
    }

    /** One that cannot be read, for an expression in it that leads nowhere, is told of by whoever needs it. */
    private static Optional<String> value(Config configuration, String name) {
        try {
            return configuration.getOptionalValue(name, String.class);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
