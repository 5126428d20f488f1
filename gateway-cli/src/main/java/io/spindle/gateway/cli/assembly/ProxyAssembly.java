package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.cli.config.ProxyOptions;
import io.spindle.gateway.cli.config.TransformOptions;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.proxy.ProxySettings;
import io.spindle.gateway.proxy.ProxySettingsBuilder;
import io.spindle.gateway.proxy.StatusTransform;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** How backends are asked. */
final class ProxyAssembly {
    private final Environment environment;
    private final Consumer<Fault> faults;

    ProxyAssembly(Environment environment, Consumer<Fault> faults) {
        this.environment = environment;
        this.faults = faults;
    }

    /** @return empty if there is a fault */
    Optional<ProxySettings> settings(SettingValues in, ProxyOptions names) {
        ProxySettingsBuilder builder = ProxySettings.builder(in.get(names.endpoint))
                .timeout(in.get(names.timeout))
                .binaryEncoding(in.get(names.binaryEncoding))
                .includeConnectionMeta(in.get(names.includeConnectionMeta));
        in.find(names.httpHeaders).ifPresent(builder::httpHeaders);
        in.find(names.emulatedHeaders).ifPresent(builder::emulatedHeaders);
        in.find(names.staticHeaders).ifPresent(map -> builder.staticHeaders(map.filled(environment)));
        try {
            builder.statusTransforms(in.entries(names.transforms).stream()
                    .map(ProxyAssembly::transform)
                    .toList());
            TlsAssembly tls = new TlsAssembly(in, names.httpTls, faults);
            if (in.get(names.httpTls.enabled)) {
                Optional<SSLContext> context = tls.client();
                if (context.isEmpty()) {
                    return Optional.empty();
                }
                context.ifPresent(builder::tls);
            }
            return Optional.of(builder.build());
        } catch (IllegalArgumentException e) {
            String place = in.path() + names.endpoint.path().replaceAll("\\.?endpoint$", "");
            faults.accept(new Fault(names.endpoint.path(), place + ": " + e.getMessage(), false));
            return Optional.empty();
        }
    }

    private static StatusTransform transform(SettingValues in) {
        TransformOptions names = ProxyOptions.TRANSFORM;
        int status = in.get(names.statusCode);
        Optional<Integer> error = in.find(names.errorCode).filter(code -> code != 0);
        return error.isPresent()
                ? StatusTransform.toError(
                        status,
                        new ErrorCode(
                                error.get(), in.find(names.errorMessage).orElse(""), in.get(names.errorTemporary)))
                : StatusTransform.toDisconnect(
                        status,
                        new Disconnect(
                                in.get(names.disconnectCode),
                                in.find(names.disconnectReason).orElse("")));
    }
}
