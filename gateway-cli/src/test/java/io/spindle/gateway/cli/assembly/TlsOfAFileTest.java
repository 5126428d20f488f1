package io.spindle.gateway.cli.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.config.Read;
import io.spindle.gateway.cli.config.TlsOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.client.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys of a file, each side with the other. */
class TlsOfAFileTest {
    private static final TlsOptions LISTENER = Read.ROOT.httpServer.tls;
    private static final TlsOptions BACKEND = Read.ROOT.rpc.proxy.httpTls;

    @TempDir
    Path folder;

    private final List<Fault> faults = new ArrayList<>();
    private String certificate;
    private String key;

    @BeforeEach
    void makeKeys() throws Exception {
        SelfSigned.context(folder);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(in, "changeit".toCharArray());
        }
        certificate = pem("CERTIFICATE", store.getCertificate("localhost").getEncoded());
        key = pem(
                "PRIVATE KEY",
                store.getKey("localhost", "changeit".toCharArray()).getEncoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "base64", "path"})
    void bothSidesAgreeHoweverTheirPemIsGiven(String form) throws Exception {
        SSLContext server = listener(as(form, "cert.pem", certificate), as(form, "key.pem", key));
        SSLContext client = backend("server_ca_pem: " + as(form, "ca.pem", certificate));

        assertEquals("hello", exchange(server, client));
    }

    @Test
    void aCertificateThatIsNotTrustedEndsTheHandshake() throws Exception {
        SSLContext server = listener(as("text", "", certificate), as("text", "", key));

        assertThrows(SSLException.class, () -> exchange(server, SSLContext.getDefault()));
    }

    @Test
    void withoutVerificationAnyCertificateWillDo() throws Exception {
        SSLContext server = listener(as("text", "", certificate), as("text", "", key));

        assertEquals("hello", exchange(server, backend("insecure_skip_verify: true")));
    }

    @Test
    void aKeyThatIsNoneIsAFaultAndIsNotShown() {
        Read read = Read.yaml("http_server: {tls: {enabled: true, cert_pem: " + as("text", "", certificate)
                + ", key_pem: " + as("text", "", key.replaceAll("[A-Z]{3}=?", "AAA")) + "}}");

        assertTrue(
                new TlsAssembly(read.values(), LISTENER, faults::add).server().isEmpty());

        assertEquals(
                "http_server.tls.key_pem: (hidden) (expected: a private key (RSA or EC, without a password) as PEM text)",
                faults.get(0).line());
    }

    @Test
    void certificatesOfClientsAreNotSupported() {
        Read read = Read.yaml("http_server: {tls: {enabled: true, cert_pem: " + as("text", "", certificate)
                + ", key_pem: " + as("text", "", key) + ", client_ca_pem: " + as("text", "", certificate) + "}}");

        assertTrue(
                new TlsAssembly(read.values(), LISTENER, faults::add).server().isEmpty());

        assertTrue(faults.get(0).line().startsWith("http_server.tls.client_ca_pem: (hidden)"), faults::toString);
    }

    private SSLContext listener(String cert, String privateKey) {
        Read read =
                Read.yaml("http_server: {tls: {enabled: true, cert_pem: " + cert + ", key_pem: " + privateKey + "}}");
        assertEquals(List.of(), read.faults());
        return new TlsAssembly(read.values(), LISTENER, faults::add).server().orElseThrow();
    }

    private SSLContext backend(String fields) {
        Read read = Read.yaml("rpc: {proxy: {http: {tls: {enabled: true, " + fields + "}}}}");
        assertEquals(List.of(), read.faults());
        return new TlsAssembly(read.values(), BACKEND, faults::add).client().orElseThrow();
    }

    private String as(String form, String name, String pem) {
        if (form.equals("path")) {
            try {
                return Files.writeString(folder.resolve(name), pem).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String text = form.equals("text")
                ? pem.replace("\r", "").replace("\n", "\\n")
                : Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
        return '"' + text + '"';
    }

    /** What one side says, as the other hears it, its name checked. */
    private static String exchange(SSLContext server, SSLContext client) throws Exception {
        try (SSLServerSocket listening =
                (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0)) {
            CompletableFuture<Void> said = CompletableFuture.runAsync(() -> {
                try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                    accepted.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try (SSLSocket socket =
                    (SSLSocket) client.getSocketFactory().createSocket("localhost", listening.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                String heard = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                said.join();
                return heard;
            }
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }
}
