package io.spindle.gateway.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicySettingsTest {
    @Test
    void theVariablesOfTheChosenPolicyAreItsSettings() {
        Environment environment = new Environment(Map.of(
                "SPINDLE_POLICY_MY_TEAM_DIRECTORY_URL", "https://directory",
                "SPINDLE_POLICY_MY_TEAM_EMPTY", "",
                "SPINDLE_POLICY_OTHER_URL", "x",
                "SPINDLE_POLICY", "my.team"));

        assertEquals(Map.of("directory_url", "https://directory"), PolicySettings.of("my.team", Map.of(), environment));
    }

    @Test
    void flagsWinOverVariables() {
        Environment environment =
                new Environment(Map.of("SPINDLE_POLICY_TEAM_CACHE", "1s", "SPINDLE_POLICY_TEAM_SIZE", "9"));

        assertEquals(
                Map.of("cache", "60s", "size", "9"), PolicySettings.of("team", Map.of("cache", "60s"), environment));
    }
}
