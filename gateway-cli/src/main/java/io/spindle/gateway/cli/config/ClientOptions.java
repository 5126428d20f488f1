package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.time.Duration;

/** {@code client}: who may connect, and what holds for each connection. */
public final class ClientOptions extends SettingBlock {
    /** Of the entries of {@code client.connect_code_to_unidirectional_disconnect.transforms}. */
    public static final CodeTransformOptions CODE_TRANSFORM = new CodeTransformOptions();

    private static final Duration NONE = Duration.ZERO;
    private static final Duration DAY = Duration.ofHours(24);

    public final TokenOptions token = within(new TokenOptions("client.token"));
    public final Setting<Boolean> subscriptionTokenEnabled =
            onOff("subscription_token.enabled", "Whether subscription tokens are verified by keys of their own.");
    public final TokenOptions subscriptionToken = within(new TokenOptions("client.subscription_token"));

    public final Setting<Boolean> insecure =
            onOff("insecure", "Whether clients need no token and have every permission; for development alone.");
    public final Setting<Boolean> insecureSkipTokenSignatureVerify =
            onOff("insecure_skip_token_signature_verify", "Whether signatures of tokens are not checked.");
    public final Setting<Boolean> disallowAnonymousConnectionTokens =
            onOff("disallow_anonymous_connection_tokens", "Whether tokens without a user are refused.");
    public final Setting<String> userIdHttpHeader = option(
            "user_id_http_header",
            Kinds.headerName(),
            "Header that holds the user id; only behind a proxy that sets it or takes it away.");

    public final Setting<Duration> expiredCloseDelay = duration(
            "expired_close_delay", NONE, DAY, "25s", "How long an expired client may take to bring a new token.");
    public final Setting<Duration> expiredSubCloseDelay =
            duration("expired_sub_close_delay", NONE, DAY, "25s", "The same for a subscription that expired.");
    public final Setting<Duration> presenceUpdateInterval =
            duration("presence_update_interval", Duration.ofSeconds(1), DAY, "27s", "How often presence is renewed.");
    public final Setting<Duration> channelPositionCheckDelay = duration(
            "channel_position_check_delay",
            Duration.ofSeconds(1),
            DAY,
            "40s",
            "How often the position of a subscription in its stream is checked.");
    public final Setting<Integer> concurrency = option(
            "concurrency",
            Kinds.count(0, 100_000),
            "0",
            "Accepted without effect: commands of one client are handled in order.");

    public final Setting<Integer> connectionLimit = count("connection_limit", "Most connections; 0: no limit.");
    public final Setting<Integer> userConnectionLimit =
            count("user_connection_limit", "Most connections of one user; 0: no limit.");
    public final Setting<Integer> connectionRateLimit =
            count("connection_rate_limit", "Most connections at once, one more each second; 0: no limit.");
    public final Setting<Integer> historyMaxPublicationLimit = option(
            "history_max_publication_limit",
            Kinds.count(1, 1_000_000),
            "300",
            "Most publications in an answer with history.");
    public final Setting<Integer> recoveryMaxPublicationLimit = option(
            "recovery_max_publication_limit",
            Kinds.count(1, 1_000_000),
            "300",
            "Most publications that are recovered; who missed more is told that it was not recovered.");

    public final Setting<Boolean> connectIncludeServerTime =
            onOff("connect_include_server_time", "Whether the connect result has the server's time.");
    public final Setting<Boolean> personalChannelEnabled = onOff(
            "subscribe_to_user_personal_channel.enabled", "Whether each user is subscribed to a channel of its own.");
    public final Setting<String> personalChannelNamespace = option(
            "subscribe_to_user_personal_channel.personal_channel_namespace",
            Names.kind(),
            "Namespace of these channels; none if not set.");
    public final Setting<Boolean> personalChannelSingleConnection = onOff(
            "subscribe_to_user_personal_channel.single_connection",
            "Whether a new connection of a user ends the others; needs presence there.");

    public final Setting<Boolean> connectProxyEnabled =
            onOff("proxy.connect.enabled", "Whether a backend says who a client without a token is.");
    public final ProxyOptions connectProxy = within(new ProxyOptions("client.proxy.connect"));
    public final Setting<Boolean> refreshProxyEnabled =
            onOff("proxy.refresh.enabled", "Whether a backend prolongs connections that expire.");
    public final ProxyOptions refreshProxy = within(new ProxyOptions("client.proxy.refresh"));

    public final Setting<Boolean> unidirectionalCodesEnabled = onOff(
            "connect_code_to_unidirectional_disconnect.enabled",
            "Whether connect errors of unidirectional clients become other disconnects.");
    public final EntryList unidirectionalCodes = entries(
            "connect_code_to_unidirectional_disconnect.transforms", CODE_TRANSFORM, "Which error becomes which.");

    ClientOptions() {
        super(Section.CLIENT, "client");
        lacking(
                "channel_position_max_time_lag",
                Kinds.duration(NONE, DAY),
                "dropping subscriptions whose publications come late");
    }
}
