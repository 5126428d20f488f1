package io.spindle.gateway.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.util.Set;

/** EdDSA by the JDK, which has it since 15; Nimbus' own verifier needs Tink. Immutable. */
final class Ed25519Verifier extends BaseJWSProvider implements JWSVerifier {
    private final EdECPublicKey key;

    /**
     * A verifier for one key.
     *
     * @throws JOSEException if the key is no point of the curve, which the JDK does not notice before it is used
     */
    Ed25519Verifier(EdECPublicKey key) throws JOSEException {
        super(Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519));
        this.key = key;
        try {
            signature();
        } catch (GeneralSecurityException noPoint) {
            throw new JOSEException("not a point of Ed25519", noPoint);
        }
    }

    private Signature signature() throws GeneralSecurityException {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        return ed25519;
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
        try {
            Signature ed25519 = signature();
            ed25519.update(signed);
            return ed25519.verify(signature.decode());
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException unusable) {
            throw new JOSEException("Ed25519 is not usable in this JVM", unusable);
        }
    }
}
