package io.spindle.gateway.cli.config.reference;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.NamespaceOptions;
import io.spindle.gateway.cli.config.ProxyOptions;
import io.spindle.gateway.cli.config.TlsOptions;
import io.spindle.gateway.cli.config.TokenOptions;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import java.util.List;
import java.util.stream.Collectors;

/** What may stand in a configuration file, as Markdown, as it stands in the documentation. */
public final class ConfigReference {
    private static final int MOST_IN_A_ROW = 6;

    private ConfigReference() {}

    public static String markdown() {
        return chapters().stream().map(ConfigReference::chapter).collect(Collectors.joining("\n"));
    }

    private static List<Chapter> chapters() {
        ConfigOptions root = ConfigOptions.ROOT;
        return List.of(
                Chapter.of("`http_server`", root, Section.HTTP_SERVER),
                Chapter.of("`client`", root, Section.CLIENT),
                Chapter.of(
                        "Tokens",
                        "In `client.token`; and, once `client.subscription_token.enabled` is set, in"
                                + " `client.subscription_token` for subscription tokens, with nothing taken over.",
                        new TokenOptions("")),
                Chapter.of("`channel`", root, Section.CHANNEL),
                Chapter.of(
                        "Namespaces",
                        "In each entry of `channel.namespaces`, beside its `name`; and in `channel.without_namespace`."
                                + " Nothing is taken over from the one to the other.",
                        new NamespaceOptions("")),
                Chapter.of("`rpc`", root, Section.RPC),
                Chapter.of(
                        "Proxies",
                        "In each entry of `proxies`, beside its `name`; and in `client.proxy.connect`,"
                                + " `client.proxy.refresh`, `channel.proxy.subscribe`, `channel.proxy.publish`,"
                                + " `channel.proxy.sub_refresh` and `rpc.proxy`.",
                        new ProxyOptions("")),
                Chapter.of("Transports", root, Section.TRANSPORT),
                Chapter.of("Server API, health, metrics", root, Section.ENDPOINT),
                Chapter.of("Engine", root, Section.ENGINE),
                Chapter.of("Node", root, Section.PROCESS),
                Chapter.of(
                        "TLS",
                        "In `http_server.tls`, `http_server.internal_tls` and, as `http.tls`, in each proxy.",
                        new TlsOptions("")),
                Chapter.of("Other options of Centrifugo", root, Section.UNSUPPORTED));
    }

    private static String chapter(Chapter chapter) {
        String introduction = chapter.introduction().isEmpty() ? "" : chapter.introduction() + "\n\n";
        return "### " + chapter.title() + "\n\n" + introduction
                + "| option | default | allowed | meaning |\n|---|---|---|---|\n"
                + chapter.settings().stream()
                        .filter(setting -> !setting.hasNoEffect())
                        .map(ConfigReference::row)
                        .collect(Collectors.joining())
                + chapter.lists().stream().map(ConfigReference::list).collect(Collectors.joining())
                + withoutEffect(chapter.settings());
    }

    private static String row(Setting<?> setting) {
        String file = setting.kind().fromFile() ? "; may stand in a file of its own" : "";
        return String.format(
                "| `%s` | %s | %s | %s |%n",
                setting.path(),
                setting.defaultText().map(text -> "`" + text + "`").orElse("none"),
                setting.kind().expected() + file,
                setting.comment());
    }

    private static String list(EntryList list) {
        return String.format(
                "| `%s[]` | none | a list of objects with %s | %s |%n", list.path(), entries(list), list.comment());
    }

    private static String entries(EntryList list) {
        List<Setting<?>> settings = list.settings();
        return settings.size() > MOST_IN_A_ROW
                ? "`" + settings.get(0).path() + "` and more, see there"
                : settings.stream().map(setting -> "`" + setting.path() + "`").collect(Collectors.joining(", "));
    }

    private static String withoutEffect(List<Setting<?>> settings) {
        String names = settings.stream()
                .filter(Setting::hasNoEffect)
                .map(setting -> "`" + setting.path() + "`")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\nAccepted without effect: " + names + ".\n";
    }
}
