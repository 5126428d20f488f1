package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.ChannelPolicyContract;
import io.spindle.gateway.api.client.ConnectedClient;
import java.time.Duration;
import java.util.Optional;

/** The policy answers every question, as the gateway expects it of every policy. */
class NamespacePolicyContractTest extends ChannelPolicyContract {
    private final ChannelPolicy policy = Asking.policy(Asking.chat(NamespaceOptions.builder()
                    .allowSubscribeForClient(true)
                    .allowPublishForSubscriber(true)
                    .presence(true)
                    .allowPresenceForSubscriber(true)
                    .history(10, Duration.ofMinutes(1))
                    .allowHistoryForSubscriber(true)))
            .build();

    @Override
    protected ChannelPolicy policy() {
        return policy;
    }

    @Override
    protected ConnectedClient client() {
        return new ConnectedClient("42", Asking.CLIENT_ID, "Alice", true, Optional.empty());
    }

    @Override
    protected String openChannel() {
        return "chat:room-1";
    }

    @Override
    protected String closedChannel() {
        return "news";
    }
}
