package io.spindle.gateway.cli.settings;

/** The chapters of the settings, in the order of the usage text and of the reference. */
public enum Section {
    LISTENERS("Listeners"),
    ACCESS("Who may connect"),
    CHANNELS("Channels"),
    CONNECTIONS("Connections"),
    LIMITS("Limits"),
    REDIS("Redis"),
    PROCESS("The process"),
    HTTP_SERVER("HTTP server (`http_server`)"),
    TLS("TLS"),
    CLIENT("Clients (`client`)"),
    TOKEN("Tokens (`client.token`, `client.subscription_token`)"),
    CHANNEL("Channels (`channel`)"),
    NAMESPACE("A namespace (`channel.namespaces[]`, `channel.without_namespace`)"),
    RPC("Remote calls (`rpc`)"),
    PROXY("Proxies (`proxies[]`, `client.proxy`, `channel.proxy`, `rpc.proxy`)"),
    TRANSPORT("Transports"),
    ENDPOINT("Server API, health, metrics"),
    ENGINE("Engine, broker, presence"),
    UNSUPPORTED("Other options of Centrifugo");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
