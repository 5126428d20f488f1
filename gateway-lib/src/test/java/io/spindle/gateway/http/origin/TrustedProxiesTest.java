package io.spindle.gateway.http.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.8, false",
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe80::1, false",
        "::1, ::1, true",
        "::ffff:10.0.0.7, 10.0.0.7, true",
    })
    void rangesHoldTheAddressesThatShareTheirFirstBits(String range, String address, boolean trusted) throws Exception {
        boolean found = TrustedProxies.of(List.of("203.0.113.9", range)).contains(InetAddress.getByName(address));

        assertTrue(found == trusted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1 | 203.0.113.9                   | 198.51.100.1",
                "10.0.0.1     |                               | 10.0.0.1",
                "10.0.0.1     | 203.0.113.9                   | 203.0.113.9",
                "10.0.0.1     | 192.0.2.1,203.0.113.9,10.0.0.2 | 203.0.113.9",
                "10.0.0.1     | 10.0.0.3,10.0.0.2             | 10.0.0.3",
                "10.0.0.1     | 203.0.113.9,unknown,10.0.0.2  | 10.0.0.2",
                "10.0.0.1     | 203.0.113.9:4711              | 203.0.113.9",
                "10.0.0.1     | [2001:db8::9]:4711            | 2001:db8::9",
                "10.0.0.1     | 2001:db8::9                   | 2001:db8::9",
            })
    void aClientIsTheLastHopBeforeTheTrustedOnes(String peer, String forwardedFor, String client) throws Exception {
        List<String> hops = forwardedFor == null ? List.of() : List.of(forwardedFor.split(","));

        InetAddress found = TrustedProxies.of(List.of("10.0.0.0/8")).clientBehind(InetAddress.getByName(peer), hops);

        assertEquals(InetAddress.getByName(client), found);
    }

    @Test
    void nobodyIsTrustedByDefault() throws Exception {
        assertFalse(TrustedProxies.NONE.contains(InetAddress.getLoopbackAddress()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.internal",
                "localhost",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "fd00::/129",
                "::1%eth0",
                "a:b",
                "1:2:3:4:5:6:7:8:9"
            })
    void whatIsNoAddressIsNamedAndNeverLookedUp(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(List.of(text)))
                .getMessage();

        assertTrue(message.startsWith("trusted_proxies: \"" + text + "\""), message);
    }
}
