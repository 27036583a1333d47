package io.github.icatimgcif.entrypoint.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts: what stands where a session or a password stands, and the passwords of the configuration wherever they
 * stand, as they are, percent-encoded, escaped or in base64.
 */
final class SecretText {

    /** What takes the place of a secret. */
    static final String NOTHING = "...";

    /** Shorter ones are words that a log needs. */
    private static final int SHORTEST = 6;

    private static final String IS = "(?:\"|%22)?\\s*(?:=|:|%3D|%3A)\\s*(?:\"|%22)?";
    private static final String VALUE = "(?:(?!%22|%26|%2C|\\.\\.\\.)[^\\s&\"',;#)\\]}])+";
    private static final Pattern PLACES = Pattern.compile("(?i)((?:session_?\\s?id|imgcif_session|password|passcode)"
            + IS + "|bearer\\s+|/session/)" + "(?!\\[hidden)" + VALUE);

    private final List<String> secrets;

    /** Knows these secrets; those of less than six characters are passed over. */
    SecretText(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(secret -> forms(secret).stream())
                .distinct()
                // The longest first: one may be a part of another.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without them; the same text where there are none. */
    String without(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            if (cleaned.contains(secret)) {
                cleaned = cleaned.replace(secret, NOTHING);
            }
        }
        return PLACES.matcher(cleaned).replaceAll("$1" + NOTHING);
    }

    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(secret, before);
            forms.add(base64);
            forms.add(base64.replace('+', '-').replace('/', '_'));
        }
        forms.removeIf(form -> form.length() < SHORTEST);
        return forms;
    }

    /** What the secret alone decides of the base64 of a text that has so many bytes, of three, before it. */
    private static String base64(String secret, int before) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
        return encoded.substring(before == 0 ? 0 : before + 1, end);
    }
}
