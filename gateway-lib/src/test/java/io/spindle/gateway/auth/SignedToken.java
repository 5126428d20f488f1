package io.spindle.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens made with the JDK alone, from any header and any claims: what Nimbus would not sign too. */
final class SignedToken {
    static final KeyPair RSA = pair("RSA", null);
    static final KeyPair OTHER_RSA = pair("RSA", null);
    static final KeyPair P256 = pair("EC", new ECGenParameterSpec("secp256r1"));
    static final KeyPair P384 = pair("EC", new ECGenParameterSpec("secp384r1"));
    static final KeyPair P521 = pair("EC", new ECGenParameterSpec("secp521r1"));
    static final KeyPair ED25519 = pair("Ed25519", null);

    private SignedToken() {}

    /** HS256 with claims as JSON text. */
    static String hs256(String secret, String claims) {
        return hmac("HS256", secret.getBytes(StandardCharsets.UTF_8), claims);
    }

    static String hmac(String algorithm, byte[] key, String claims) {
        return hmac("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}", algorithm, key, claims);
    }

    /** A header that may say anything, signed by an HMAC algorithm. */
    static String hmac(String header, String algorithm, byte[] key, String claims) {
        return hmac(header.getBytes(StandardCharsets.UTF_8), algorithm, key, claims.getBytes(StandardCharsets.UTF_8));
    }

    static String hmac(byte[] header, String algorithm, byte[] key, byte[] claims) {
        try {
            String hash = "HmacSHA" + algorithm.substring(2);
            Mac mac = Mac.getInstance(hash);
            mac.init(new SecretKeySpec(key, hash));
            String signed = base64(header) + "." + base64(claims);
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String signed(String algorithm, PrivateKey key, String claims) {
        return signed("{\"alg\":\"" + algorithm + "\"}", algorithm, key, claims);
    }

    /** A header that may say anything, signed by a private key. */
    static String signed(String header, String algorithm, PrivateKey key, String claims) {
        try {
            Signature signature = signature(algorithm);
            signature.initSign(key);
            String signed = base64(header) + "." + base64(claims);
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        String bits = algorithm.substring(2);
        switch (algorithm.substring(0, 2)) {
            case "RS":
                return Signature.getInstance("SHA" + bits + "withRSA");
            case "ES":
                return Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
            case "PS":
                Signature pss = Signature.getInstance("RSASSA-PSS");
                String hash = "SHA-" + bits;
                pss.setParameter(
                        new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), Integer.parseInt(bits) / 8, 1));
                return pss;
            default:
                return Signature.getInstance("Ed25519");
        }
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String pem(PublicKey key) {
        return pem("PUBLIC KEY", key.getEncoded());
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (parameters != null) {
                generator.initialize(parameters);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
