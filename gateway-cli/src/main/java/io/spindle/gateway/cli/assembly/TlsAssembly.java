package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.cli.config.TlsOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** One TLS object as what speaks TLS. Used once, by one thread. */
final class TlsAssembly {
    private static final char[] NO_PASSWORD = {};

    private final SettingValues values;
    private final TlsOptions names;
    private final Consumer<Fault> faults;

    TlsAssembly(SettingValues values, TlsOptions names, Consumer<Fault> faults) {
        this.values = values;
        this.names = names;
        this.faults = faults;
    }

    /** For a listener; empty if there is a fault. */
    Optional<SSLContext> server() {
        if (values.find(names.clientCaPem).isPresent()) {
            faults.accept(values.fault(names.clientCaPem, "not set: certificates of clients are not supported"));
            return Optional.empty();
        }
        return keys().flatMap(keys -> context(keys, null));
    }

    /** For calls to a server; empty if there is a fault. */
    Optional<SSLContext> client() {
        if (values.find(names.serverName).isPresent()) {
            faults.accept(values.fault(names.serverName, "not set: the name of the endpoint is checked"));
            return Optional.empty();
        }
        Optional<KeyManager[]> keys = values.find(names.certPem).isPresent()
                        && values.find(names.keyPem).isPresent()
                ? keys()
                : Optional.of(new KeyManager[0]);
        if (values.get(names.insecureSkipVerify)) {
            return keys.flatMap(each -> context(each, new TrustManager[] {new TrustsAll()}));
        }
        if (values.find(names.serverCaPem).isEmpty()) {
            return keys.flatMap(each -> context(each, null));
        }
        return keys.flatMap(each -> roots().flatMap(trust -> context(each, trust)));
    }

    private Optional<KeyManager[]> keys() {
        Optional<Collection<? extends Certificate>> chain = certificates(names.certPem);
        Optional<PrivateKey> key = values.find(names.keyPem).flatMap(PrivateKeyPem::read);
        if (key.isEmpty()) {
            faults.accept(values.fault(names.keyPem, "a private key (RSA or EC, without a password) as PEM text"));
        }
        if (chain.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        try {
            KeyStore store = empty();
            store.setKeyEntry("own", key.get(), NO_PASSWORD, chain.get().toArray(Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return Optional.of(factory.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            faults.accept(values.fault(names.keyPem, "the key of the certificate in cert_pem"));
            return Optional.empty();
        }
    }

    private Optional<TrustManager[]> roots() {
        Optional<Collection<? extends Certificate>> roots = certificates(names.serverCaPem);
        if (roots.isEmpty()) {
            return Optional.empty();
        }
        try {
            KeyStore store = empty();
            int number = 0;
            for (Certificate root : roots.get()) {
                store.setCertificateEntry("root" + number++, root);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Optional.of(factory.getTrustManagers());
        } catch (GeneralSecurityException | IOException e) {
            faults.accept(values.fault(names.serverCaPem, "certificates as PEM text"));
            return Optional.empty();
        }
    }

    private Optional<Collection<? extends Certificate>> certificates(Setting<String> setting) {
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(values.get(setting).getBytes(StandardCharsets.US_ASCII)));
            if (!found.isEmpty()) {
                return Optional.of(found);
            }
        } catch (CertificateException e) {
            // told below, with the same words
        }
        faults.accept(values.fault(setting, "a certificate, with its chain, as PEM text"));
        return Optional.empty();
    }

    private Optional<SSLContext> context(KeyManager[] keys, TrustManager @Nullable [] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            faults.accept(values.fault(names.keyPem, "a key that can be used for TLS"));
            return Optional.empty();
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
