package io.spindle.gateway.cli.serve;

import io.spindle.gateway.cli.assembly.LastingParts;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.SettingOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.settings.AllSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code serve}: its flags and its usage text; {@link GatewayRun} does the work. */
public final class ServeCommand implements Callable<Integer> {
    private static final String EMBEDDED = "--embedded";
    private static final String CONFIG = "--config";
    private static final String ALLOW_UNSUPPORTED = "--allow-unsupported";
    private static final String POLICY_SETTING = "--policy-setting";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private final List<Setting<?>> settings;

    private ServeCommand(Console console, List<Setting<?>> settings) {
        this.console = console;
        this.settings = settings;
    }

    /** @param besideFile whether a configuration file is named, so that all of its options are also flags */
    public static CommandSpec spec(Console console, boolean besideFile) {
        CommandSpec spec = new ServeCommand(console, besideFile ? ConfigOptions.table() : AllSettings.TABLE).spec;
        spec.usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .description(
                        "Runs the gateway until SIGTERM or SIGINT; then it drains and exits with 0.",
                        "Each flag is also an environment variable, named in brackets; the flag wins. An"
                                + " empty variable counts as not set. Names that begin with CENTRIFUGO_ may"
                                + " begin with SPINDLE_ instead.")
                .footer(
                        "",
                        "Examples:",
                        "  java -jar spindle.jar serve --embedded",
                        "  CENTRIFUGO_TOKEN_HMAC_SECRET_KEY=keep-it-long \\",
                        "    java -jar spindle.jar serve --redis-url redis://cache:6379",
                        "  java -jar spindle.jar serve --token-hmac-secret-key-file /run/secret \\",
                        "    --plugins-dir plugins --policy team --policy-setting cache=60s",
                        "  java -jar spindle.jar serve --config config.json --client.channel_limit=64");
        spec.addOption(OptionSpec.builder("-c", CONFIG)
                .type(String.class)
                .paramLabel("<file>")
                .description("Configuration file with the structure of Centrifugo's: JSON, YAML or TOML by its ending."
                        + " Flags and variables win over it.")
                .build());
        spec.addOption(OptionSpec.builder(ALLOW_UNSUPPORTED)
                .description("Start though the file asks for what the gateway does not have.")
                .build());
        spec.addOption(OptionSpec.builder(EMBEDDED)
                .description("Memory only, no Redis: prints the events that a worker would get, and a ready token;"
                        + " without a secret it makes one for this run.")
                .build());
        spec.addOption(OptionSpec.builder(POLICY_SETTING)
                .type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .paramLabel("<key>=<value>")
                .description("A setting of the chosen policy; may be repeated.", "[SPINDLE_POLICY_<NAME>_<KEY>]")
                .build());
        if (besideFile) {
            SettingOptions.addBesideFile(spec, ConfigOptions.table());
        } else {
            SettingOptions.add(spec, AllSettings.TABLE);
        }
        return spec;
    }

    @Override
    public Integer call() throws InterruptedException {
        ParseResult result = spec.commandLine().getParseResult();
        ServeRequest request = new ServeRequest(
                result.hasMatchedOption(EMBEDDED),
                Optional.ofNullable(result.matchedOptionValue(CONFIG, (String) null)),
                result.hasMatchedOption(ALLOW_UNSUPPORTED),
                SettingOptions.given(result, settings),
                result.matchedOptionValue(POLICY_SETTING, Map.of()));
        Environment environment = new Environment(console.environment());
        LastingParts lasting = LastingParts.fresh();
        Preparation preparation = new Preparation(request, environment, lasting);
        Optional<ServePlan> plan = preparation.plan();
        return plan.isPresent()
                ? new GatewayRun(console, plan.get(), reload(request, environment, lasting)).untilSignal()
                : console.report(preparation.faults());
    }

    /** Without a file there is nothing to read again; trying things out has a secret of its own, which is made once. */
    private static Optional<Reload> reload(ServeRequest request, Environment environment, LastingParts lasting) {
        boolean reloads = request.config().isPresent() && !request.embedded();
        return reloads ? Optional.of(new Reload(request, environment, lasting)) : Optional.empty();
    }
}
