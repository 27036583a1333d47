package io.github.icatimgcif.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom our connections over TLS believe: the authorities that the Java platform knows, and those that the facility names. */
public final class TrustedCertificates {

    private final X509TrustManager manager;
    private final SSLContext context;

    /**
     * Those of the platform and of these files.
     *
     * @param files PEM, each with one certificate or several
     * @throws IllegalStateException if one cannot be read, or has none
     */
    TrustedCertificates(List<Path> files) {
        try {
            manager = files.isEmpty() ? platform() : platformAnd(files);
            context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("imgcif.trusted-certificates cannot be used: " + e.getMessage(), e);
        }
    }

    /** For the clients of the Java platform. */
    SSLContext context() {
        return context;
    }

    /** For those that make their own connections. */
    X509TrustManager manager() {
        return manager;
    }

    private static X509TrustManager platformAnd(List<Path> files) throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (X509Certificate known : platform().getAcceptedIssuers()) {
            all.setCertificateEntry("platform-" + number++, known);
        }
        for (Path file : files) {
            for (Certificate named : certificates(file)) {
                all.setCertificateEntry("facility-" + number++, named);
            }
        }
        return managerOf(all);
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("imgcif.trusted-certificates: there is no file " + file
                    + " that this service may read; it has to have the certificate of an authority, PEM");
        }
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException e) {
            throw noCertificate(file, e);
        }
        throw noCertificate(file, null);
    }

    private static IllegalStateException noCertificate(Path file, @Nullable Exception cause) {
        return new IllegalStateException(
                "imgcif.trusted-certificates: " + file + " has no certificate: it has to begin with"
                        + " -----BEGIN CERTIFICATE-----",
                cause);
    }

    private static X509TrustManager platform() throws GeneralSecurityException {
        return managerOf(null);
    }

    private static X509TrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager certificates) {
                return certificates;
            }
        }
        throw new GeneralSecurityException("this Java platform has nobody who judges certificates");
    }
}
