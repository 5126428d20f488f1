package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.config.ClientOptions;
import io.spindle.gateway.cli.config.CodeTransformOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.ProxyOptions;
import io.spindle.gateway.cli.config.ResponseTransformOptions;
import io.spindle.gateway.cli.config.StreamTransportOptions;
import io.spindle.gateway.cli.config.TransformOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** What must hold for transforms of codes and statuses. */
final class TransformRules {
    /** What fits into a close frame of WebSocket. */
    private static final int MAX_REASON = 123;

    private static final String REASON = "ASCII of at most " + MAX_REASON + " bytes";

    private final Consumer<Fault> faults;

    private TransformRules(Consumer<Fault> faults) {
        this.faults = faults;
    }

    static void check(SettingValues root, Consumer<Fault> faults) {
        TransformRules rules = new TransformRules(faults);
        ConfigOptions options = ConfigOptions.ROOT;
        for (ProxyOptions proxy : List.of(
                options.client.connectProxy,
                options.client.refreshProxy,
                options.channel.subscribeProxy,
                options.channel.publishProxy,
                options.channel.subRefreshProxy,
                options.rpc.proxy)) {
            root.entries(proxy.transforms).forEach(rules::status);
        }
        root.entries(options.proxies)
                .forEach(entry ->
                        entry.entries(ConfigOptions.PROXY.proxy.transforms).forEach(rules::status));
        root.entries(options.client.unidirectionalCodes).forEach(rules::disconnect);
        root.entries(options.uniSse.responses).forEach(rules::response);
        root.entries(options.uniHttpStream.responses).forEach(rules::response);
    }

    private void status(SettingValues values) {
        TransformOptions options = ProxyOptions.TRANSFORM;
        required(values, options.statusCode, "a status of HTTP");
        boolean error = isSet(values, options.errorCode);
        boolean disconnect = isSet(values, options.disconnectCode);
        if (error == disconnect) {
            faults.accept(Fault.at(
                    values.path() + options.errorCode.path(),
                    error ? "there beside to_disconnect.code" : "not set, nor is to_disconnect.code",
                    "exactly one of them"));
        }
        reason(values, options.errorMessage);
        reason(values, options.disconnectReason);
    }

    private void disconnect(SettingValues values) {
        CodeTransformOptions options = ClientOptions.CODE_TRANSFORM;
        required(values, options.code, "the code of an error");
        required(values, options.toCode, "the code of a disconnect");
        reason(values, options.toReason);
    }

    private void response(SettingValues values) {
        ResponseTransformOptions options = StreamTransportOptions.RESPONSE_TRANSFORM;
        required(values, options.code, "the code of an error or a disconnect");
        required(values, options.toStatusCode, "a status of HTTP");
    }

    private void required(SettingValues values, Setting<?> setting, String expected) {
        if (values.find(setting).isEmpty() && values.given(setting).isEmpty()) {
            faults.accept(values.fault(setting, expected));
        }
    }

    private static boolean isSet(SettingValues values, Setting<Integer> code) {
        return values.find(code).filter(each -> each != 0).isPresent();
    }

    private void reason(SettingValues values, Setting<String> setting) {
        values.find(setting)
                .filter(text -> text.length() > MAX_REASON
                        || !StandardCharsets.US_ASCII.newEncoder().canEncode(text))
                .ifPresent(text -> faults.accept(values.fault(setting, REASON)));
    }
}
