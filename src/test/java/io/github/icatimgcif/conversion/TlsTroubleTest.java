package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

final class TlsTroubleTest {

    @Test
    void eachCauseIsToldInItsOwnWords() {
        assertThat(TlsTrouble.of(handshake(
                        "PKIX path building failed", new CertPathBuilderException("unable to find valid path"))))
                .hasValueSatisfying(words -> assertThat(words).contains("nobody whom", "imgcif.trusted-certificates"));
        assertThat(TlsTrouble.of(handshake(
                        "No name", new CertificateException("No subject alternative DNS name matching mq found."))))
                .contains(
                        "its certificate is that of another host (No subject alternative DNS name matching mq found.)");
        assertThat(TlsTrouble.of(handshake(
                        "PKIX path validation failed",
                        new CertPathValidatorException(
                                "validity check failed", new CertificateExpiredException("NotAfter: 2026-01-01")))))
                .contains("its certificate is not valid now (NotAfter: 2026-01-01)");
        assertThat(TlsTrouble.of(new SSLException("Unsupported or unrecognized SSL message")))
                .contains("it does not speak TLS at this port");
        assertThat(TlsTrouble.of(
                        new IllegalStateException("Failed to create SSL connection", new ClosedChannelException())))
                .contains("it ended the handshake of TLS; it may not speak TLS at this port");
    }

    @Test
    void whatIsNothingOfTlsIsLeftToOthers() {
        assertThat(TlsTrouble.of(new IOException("Connection refused", new IllegalStateException())))
                .isEmpty();
    }

    private static IOException handshake(String words, Exception cause) {
        IOException failure = new SSLHandshakeException(words);
        failure.initCause(cause);
        return new IOException("cannot connect", failure);
    }
}
