package io.github.icatimgcif.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A facility's own authority for certificates, made by keytool, which no Java platform knows; and what it gives to servers. */
public final class Certificates {

    private static final String PASSWORD = "of-the-test";

    private final Path folder;
    private final Path store;

    private Certificates(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("authority.p12");
    }

    /** What a server shows: a certificate of the authority, and its key. */
    public record Shown(Path store, Path certificate, Path key) {

        /** For servers of this JVM. */
        SSLContext context() {
            try {
                KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(opened(store), PASSWORD.toCharArray());
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keys.getKeyManagers(), null, null);
                return context;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("cannot use " + store, e);
            }
        }

        String password() {
            return PASSWORD;
        }
    }

    /** A new authority. */
    public static Certificates in(Path folder, String name) throws Exception {
        Certificates made = new Certificates(Files.createDirectories(folder.resolve(name)));
        made.keytool(
                List.of("-genkeypair", "-keyalg", "EC", "-alias", "ca", "-dname", "CN=" + name, "-ext", "bc:c"),
                made.store);
        made.keytool(
                List.of(
                        "-exportcert",
                        "-rfc",
                        "-alias",
                        "ca",
                        "-file",
                        made.authority().toString()),
                made.store);
        return made;
    }

    /** Its own certificate, PEM: what a client has to trust. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /** Gives a server a certificate for a host: {@code dns:localhost}. */
    Shown of(String host) throws Exception {
        String name = host.replaceAll("[^a-z0-9]", "_");
        Path server = folder.resolve(name + ".p12");
        Path request = folder.resolve(name + ".csr");
        Path answer = folder.resolve(name + ".pem");
        keytool(List.of("-genkeypair", "-keyalg", "EC", "-alias", "server", "-dname", "CN=a server"), server);
        keytool(List.of("-certreq", "-alias", "server", "-file", request.toString()), server);
        keytool(
                List.of(
                        "-gencert",
                        "-rfc",
                        "-alias",
                        "ca",
                        "-ext",
                        "san=" + host,
                        "-infile",
                        request.toString(),
                        "-outfile",
                        answer.toString()),
                store);
        keytool(
                List.of(
                        "-importcert",
                        "-noprompt",
                        "-alias",
                        "ca",
                        "-file",
                        authority().toString()),
                server);
        keytool(List.of("-importcert", "-noprompt", "-alias", "server", "-file", answer.toString()), server);
        Path key = folder.resolve(name + ".key");
        Files.writeString(
                key, pem(opened(server).getKey("server", PASSWORD.toCharArray()).getEncoded()));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return new Shown(server, answer, key);
    }

    /** What a client of this JVM trusts. */
    SSLContext trusting() throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(opened(store));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore opened(Path store) throws GeneralSecurityException, IOException {
        KeyStore opened = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            opened.load(in, PASSWORD.toCharArray());
        }
        return opened;
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private void keytool(List<String> what, Path in) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(what);
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", in.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(what + ": " + said);
        }
    }
}
