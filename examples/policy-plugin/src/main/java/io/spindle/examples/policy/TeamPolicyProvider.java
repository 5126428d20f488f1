package io.spindle.examples.policy;

import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.ChannelPolicyProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a {@link TeamPolicy} from one setting per team: its members, separated by spaces. */
public final class TeamPolicyProvider implements ChannelPolicyProvider {
    @Override
    public String name() {
        return "teams";
    }

    @Override
    public int apiVersion() {
        return API_VERSION;
    }

    @Override
    public ChannelPolicy create(Map<String, String> settings) {
        if (settings.isEmpty()) {
            throw new IllegalArgumentException(
                    "policy.teams: no team (expected: policy.teams.<team> = <user> <user> …)");
        }
        return new TeamPolicy(settings.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, team -> members(team.getKey(), team.getValue()))));
    }

    private static Set<String> members(String team, String users) {
        if (users.isBlank()) {
            // An empty name would be everybody without one: the anonymous clients.
            throw new IllegalArgumentException("policy.teams." + team + ": nobody (expected: <user> <user> …)");
        }
        return Set.copyOf(List.of(users.trim().split("\\s+")));
    }
}
