package io.github.icatimgcif.entrypoint.access;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the settings, whoever reads them, are secret. */
final class ConfiguredSecrets {

    private static final Pattern SECRET =
            Pattern.compile("(?:.*\\.)?(?:[a-z0-9]*password|passcode|secret|token|jaas\\.config|keystore\\.key)");

    /** What an authenticator of ICAT asks for, whatever it calls it. */
    private static final Pattern CREDENTIAL =
            Pattern.compile("imgcif\\.icat\\.(?:anonymous\\.)?credentials\\.(?!username$).+");

    /** A password within a value: in the address of a database, in the login of Kafka. */
    private static final Pattern WITHIN = Pattern.compile("(?i)password=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^&;\\s\"]+))");

    private ConfiguredSecrets() {}

    /**
     * Their values.
     *
     * @param names  of all settings
     * @param values the value of a name; empty if it has none
     */
    static Set<String> of(Iterable<String> names, Function<String, Optional<String>> values) {
        Set<String> secrets = new LinkedHashSet<>();
        for (String name : names) {
            String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
            boolean isSecret = isSecret(plain);
            if (isSecret || plain.endsWith("url")) {
                values.apply(name).ifPresent(value -> {
                    Matcher within = WITHIN.matcher(value);
                    while (within.find()) {
                        secrets.add(
                                within.group(1) == null
                                        ? within.group(2)
                                        : within.group(1).replaceAll("\\\\(.)", "$1"));
                    }
                    if (isSecret) {
                        secrets.add(value);
                    }
                });
            }
        }
        secrets.removeIf(String::isBlank);
        return secrets;
    }

    private static boolean isSecret(String plain) {
        return SECRET.matcher(plain).matches() || CREDENTIAL.matcher(plain).matches();
    }
}
