package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.AllSettings;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.util.List;
import java.util.stream.Stream;

/** Everything that may stand in a configuration file. */
public final class ConfigOptions extends SettingBlock {
    /** The names of {@link #proxies}. */
    public static final NamedProxyOptions PROXY = new NamedProxyOptions();

    /** The one that there is. */
    public static final ConfigOptions ROOT = new ConfigOptions();

    public final HttpServerOptions httpServer = within(new HttpServerOptions());
    public final ClientOptions client = within(new ClientOptions());
    public final ChannelOptions channel = within(new ChannelOptions());
    public final RpcOptions rpc = within(new RpcOptions());
    public final EntryList proxies = named("proxies", PROXY.name, PROXY, "Backends by their names.");
    public final WebSocketOptions websocket = within(new WebSocketOptions());
    public final StreamTransportOptions sse = within(StreamTransportOptions.bidirectional("sse"));
    public final StreamTransportOptions httpStream = within(StreamTransportOptions.bidirectional("http_stream"));
    public final EmulationOptions emulation = within(new EmulationOptions());
    public final UniWebSocketOptions uniWebsocket = within(new UniWebSocketOptions());
    public final StreamTransportOptions.Unidirectional uniSse =
            within(StreamTransportOptions.unidirectional("uni_sse"));
    public final StreamTransportOptions.Unidirectional uniHttpStream =
            within(StreamTransportOptions.unidirectional("uni_http_stream"));
    public final EndpointOptions init =
            within(new EndpointOptions("init", "/connection/init", "an endpoint to set cookies before connecting"));
    public final HttpApiOptions httpApi = within(new HttpApiOptions());
    public final EndpointOptions health = within(new EndpointOptions("health", "/health", "a health endpoint"));
    public final PrometheusOptions prometheus = within(new PrometheusOptions());
    public final EngineOptions engine = within(new EngineOptions());
    public final NodeOptions node = within(new NodeOptions());
    public final UnsupportedOptions unsupported = within(new UnsupportedOptions());

    private ConfigOptions() {
        super(Section.PROXY, "");
    }

    /** All settings at the root: those of a start without a file, and those of files alone. */
    public static List<Setting<?>> table() {
        return Stream.concat(AllSettings.TABLE.stream(), ROOT.settings().stream())
                .toList();
    }
}
