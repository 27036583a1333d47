package io.github.icatimgcif.conversion;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with a connection over TLS, in words for whoever has to put it right. */
public final class TlsTrouble {

    private static final int DEEPEST = 20;

    private TlsTrouble() {}

    /**
     * Looks for it among the causes of a failure.
     *
     * @return empty if it failed by something else
     */
    public static Optional<String> of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Optional<String> words = words(cause);
            // A path is not built, too, because one of its certificates is not valid: the last cause says so.
            Optional<String> deeper = cause.getCause() == null ? Optional.empty() : of(cause.getCause());
            if (words.isPresent()) {
                return deeper.isPresent() ? deeper : words;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<String> words(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
            return Optional.of("its certificate is not valid now (" + said + ")");
        }
        if (cause instanceof CertPathBuilderException || said.contains("PKIX path")) {
            return Optional.of(
                    "its certificate is signed by nobody whom this service trusts: imgcif.trusted-certificates"
                            + " has to name the certificate of the authority that signed it");
        }
        if (cause instanceof CertificateException && isAboutTheName(said)) {
            return Optional.of("its certificate is that of another host (" + said + ")");
        }
        if (said.contains("Unsupported or unrecognized SSL message") || said.contains("not an SSL/TLS record")) {
            return Optional.of("it does not speak TLS at this port");
        }
        if (said.contains("Remote host terminated the handshake")
                || said.contains("SSL handshake aborted")
                || said.contains("Failed to create SSL connection")) {
            return Optional.of("it ended the handshake of TLS; it may not speak TLS at this port");
        }
        return Optional.empty();
    }

    private static boolean isAboutTheName(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return lower.contains("subject alternative") || lower.contains("no name matching");
    }
}
