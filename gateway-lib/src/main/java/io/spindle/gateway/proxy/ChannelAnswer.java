package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.Decision;
import java.util.function.Function;

/**
 * What answers mean for subscribing and publishing: allowed, unless they say otherwise.
 *
 * @param plain the decision of an answer without a result
 * @param onTerms the decision of a result
 */
record ChannelAnswer(Decision plain, Function<JsonObject, Decision> onTerms) implements ProxyAnswer.Cases<Decision> {
    /** What refusals count as. */
    static final String REASON = "proxy";

    @Override
    public Decision result(JsonObject fields) {
        return onTerms.apply(fields);
    }

    @Override
    public Decision nothing() {
        return plain;
    }

    @Override
    public Decision failed(ErrorCode error) {
        return Decision.deny(error, REASON, "the proxy answered an error");
    }

    @Override
    public Decision ended(Disconnect disconnect) {
        return Decision.close(disconnect, REASON, "the proxy answered a disconnect");
    }
}
