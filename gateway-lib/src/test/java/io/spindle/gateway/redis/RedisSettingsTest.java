package io.spindle.gateway.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {
    @Test
    void aServerHasADefaultPortAndDatabase() {
        RedisUrl url = RedisUrl.parse("redis://cache.example");

        assertEquals(List.of("redis://cache.example:6379"), url.addresses());
        assertEquals(0, url.database());
        assertFalse(url.cluster());
    }

    @Test
    void userAndPasswordAreDecodedAndNeverShown() {
        RedisUrl url = RedisUrl.parse("rediss://al%40ice:s%3Acr%2Fe+t@cache.example:6380/3");

        assertEquals(Optional.of("al@ice"), url.user());
        assertEquals(Optional.of("s:cr/e+t"), url.password());
        assertEquals(3, url.database());
        assertEquals("rediss://cache.example:6380/3", url.toString());
        assertFalse(RedisSettings.of("redis://alice:secret@h").toString().contains("secret"));
    }

    @Test
    void aPasswordMayStandWithoutAUser() {
        RedisUrl url = RedisUrl.parse("redis://:secret@h");

        assertEquals(Optional.empty(), url.user());
        assertEquals(Optional.of("secret"), url.password());
    }

    @Test
    void aListNamesTheNodesOfACluster() {
        RedisUrl url = RedisUrl.parse("redis://a:7000,b:7001,redis://c");

        assertTrue(url.cluster());
        assertEquals(List.of("redis://a:7000", "redis://b:7001", "redis://c:6379"), url.addresses());
    }

    @Test
    void sentinelsKnowTheMasterByName() {
        RedisUrl url = RedisUrl.parse("redis+sentinel://:pw@s1:26379,s2/mymaster/2");

        assertEquals(Optional.of("mymaster"), url.master());
        assertEquals(List.of("redis://s1:26379", "redis://s2:26379"), url.addresses());
        assertEquals(2, url.database());
        assertFalse(url.cluster());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "localhost:6379",
                "http://localhost:6379",
                "redis://",
                "redis://h:0",
                "redis://h:99999",
                "redis://h:x",
                "redis://h/x",
                "redis://h/-1",
                "redis://a,b/1",
                "redis://a,,b",
                "redis://a,rediss://b",
                "redis://h?db=1",
                "redis+sentinel://s1:26379",
                "redis+sentinel://s1/",
                "redis://al ice@h"
            })
    void anythingElseIsRefusedWithWhatIsExpected(String url) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> RedisSettings.of(url));

        assertTrue(
                refusal.getMessage().startsWith("redisUrl: \"" + url.replaceAll("//.*@", "//***@") + "\" (expected: "));
    }

    @Test
    void aRefusalDoesNotShowThePassword() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> RedisSettings.of("redis://u:secret@h:x"));

        assertEquals(-1, refusal.getMessage().indexOf("secret"));
    }

    @Test
    void numbersOutOfRangeAreRefusedByName() {
        RedisSettings settings = RedisSettings.of("redis://h");

        assertRefused("redisPoolSize: 0", () -> settings.withPoolSize(0));
        assertRefused("redisMinIdle: 11", () -> settings.withMinIdle(11));
        assertRefused("redisMaxRetries: -1", () -> settings.withMaxRetries(-1));
        assertRefused("redisDialTimeout: PT0S", () -> settings.withDialTimeout(Duration.ZERO));
        assertRefused("redisCommandTimeout: PT1H", () -> settings.withCommandTimeout(Duration.ofHours(1)));
    }

    private static void assertRefused(String start, Runnable change) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, change::run);
        assertTrue(refusal.getMessage().startsWith(start + " (expected: "), refusal.getMessage());
    }
}
