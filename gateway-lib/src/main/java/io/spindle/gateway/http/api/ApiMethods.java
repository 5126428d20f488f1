package io.spindle.gateway.http.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The methods of the server API by their names. */
final class ApiMethods {
    private static final Map<String, Supplier<ApiRequest>> METHODS = methods();

    private ApiMethods() {}

    /** All but {@code batch}, which takes these. */
    static Set<String> names() {
        return METHODS.keySet();
    }

    /** A request of a method, not read yet; empty if there is no such method. */
    static Optional<ApiRequest> request(String method) {
        return Optional.ofNullable(METHODS.get(method)).map(Supplier::get);
    }

    private static Map<String, Supplier<ApiRequest>> methods() {
        Map<String, Supplier<ApiRequest>> methods = new LinkedHashMap<>();
        methods.put("publish", PublishRequest::new);
        methods.put("broadcast", BroadcastRequest::new);
        methods.put("subscribe", SubscribeRequest::new);
        methods.put("unsubscribe", UnsubscribeRequest::new);
        methods.put("disconnect", DisconnectRequest::new);
        methods.put("refresh", RefreshRequest::new);
        methods.put("presence", PresenceMethods::presence);
        methods.put("presence_stats", PresenceMethods::stats);
        methods.put("history", HistoryRequest::new);
        methods.put("history_remove", ChannelRequest::historyRemove);
        methods.put("channels", ChannelsRequest::new);
        methods.put("info", InfoRequest::new);
        methods.put("rpc", RpcRequest::new);
        for (String absent : new String[] {
            "map_publish",
            "map_remove",
            "map_read_state",
            "map_read_stream",
            "map_stats",
            "map_clear",
            "shared_poll_publish"
        }) {
            methods.put(absent, AbsentRequest::new);
        }
        return methods;
    }
}
