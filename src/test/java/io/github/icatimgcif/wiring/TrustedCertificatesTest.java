package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.service.Certificates;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustedCertificatesTest {

    @Test
    void thoseOfTheFacilityCountBesidesThoseOfThePlatform(@TempDir Path folder) throws Exception {
        Path one = Certificates.in(folder, "one").authority();
        Path other = Certificates.in(folder, "other").authority();
        Path both = Files.writeString(
                folder.resolve("both.pem"), "# ours\n" + Files.readString(one) + "\n" + Files.readString(other));
        X509Certificate[] platform =
                new TrustedCertificates(List.of()).manager().getAcceptedIssuers();

        List<X509Certificate> trusted =
                List.of(new TrustedCertificates(List.of(both)).manager().getAcceptedIssuers());

        assertThat(platform).hasSizeGreaterThan(10);
        assertThat(trusted)
                .contains(platform)
                .contains(certificate(one), certificate(other))
                .hasSize(platform.length + 2);
    }

    @Test
    void aFileThatIsNotThereOrHasNoCertificateIsNamed(@TempDir Path folder) throws Exception {
        Path absent = folder.resolve("absent.pem");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path other = Files.writeString(folder.resolve("key.pem"), "no certificate at all\n");

        assertThatThrownBy(() -> new TrustedCertificates(List.of(absent)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("imgcif.trusted-certificates: there is no file " + absent);
        for (Path file : List.of(empty, other)) {
            assertThatThrownBy(() -> new TrustedCertificates(List.of(file)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("imgcif.trusted-certificates: " + file + " has no certificate");
        }
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
