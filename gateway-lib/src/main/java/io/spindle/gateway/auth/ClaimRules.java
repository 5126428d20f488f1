package io.spindle.gateway.auth;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whom tokens must come from and whom they must be for. Patterns run in time linear to the token (RE2), so no token can
 * make one expensive; they need not match all of a claim unless they are anchored. Immutable.
 *
 * @param audience must be among the token's
 * @param audiencePattern must be found in one of the token's
 * @param issuer must be the token's
 * @param issuerPattern must be found in the token's
 */
record ClaimRules(
        Optional<String> audience,
        Optional<Pattern> audiencePattern,
        Optional<String> issuer,
        Optional<Pattern> issuerPattern) {

    /**
     * Applies the patterns.
     *
     * @return what their named groups found
     * @throws MalformedToken if one of them finds nothing
     */
    Map<String, String> groups(TokenClaims claims) throws MalformedToken {
        Map<String, String> groups = new HashMap<>();
        if (issuerPattern.isPresent() && !find(issuerPattern.get(), claims.issuer(), groups)) {
            throw new MalformedToken("by another issuer");
        }
        if (audiencePattern.isPresent()
                && claims.audience().stream().noneMatch(name -> find(audiencePattern.get(), name, groups))) {
            throw new MalformedToken("for another audience");
        }
        return groups;
    }

    private static boolean find(Pattern pattern, String text, Map<String, String> groups) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return false;
        }
        pattern.namedGroups().forEach((name, group) -> {
            String found = matcher.group(group);
            groups.put(name, found == null ? "" : found);
        });
        return true;
    }

    /**
     * Applies the rest.
     *
     * @throws MalformedToken if the token is not for us or not by whom we trust
     */
    void check(TokenClaims claims) throws MalformedToken {
        if (audience.isPresent() && !claims.audience().contains(audience.get())) {
            throw new MalformedToken("for another audience");
        }
        if (issuer.isPresent() && !claims.issuer().equals(issuer.get())) {
            throw new MalformedToken("by another issuer");
        }
    }
}
