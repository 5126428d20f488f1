package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Command;
import java.io.IOException;

/** Collects the envelope: an id and a request. */
final class CommandReader extends MessageReader {
    /** The requests by precedence: of several in a command the first of these counts. Then what is none. */
    private static final Names FIELDS = Names.of(
            "connect",
            "subscribe",
            "unsubscribe",
            "publish",
            "presence",
            "presence_stats",
            "history",
            "rpc",
            "send",
            "refresh",
            "sub_refresh",
            "ping",
            "id");

    private int id;
    private RequestReader request = new EmptyReader();
    private int precedence = Integer.MAX_VALUE;

    private CommandReader() {
        super(FIELDS);
    }

    /** Reads the line's command; {@code null} is one without fields. */
    static Command command(JsonInput in) throws IOException {
        CommandReader envelope = new CommandReader();
        if (!in.isNull()) {
            envelope.read(in);
        }
        in.end();
        return envelope.request.command(envelope.id);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        if (name.equals("id")) {
            id = in.uint32();
        } else if (!in.isNull()) {
            RequestReader candidate = reader(name);
            candidate.read(in);
            if (FIELDS.indexOf(name) < precedence) {
                precedence = FIELDS.indexOf(name);
                request = candidate;
            }
        }
    }

    private static RequestReader reader(String name) {
        return switch (name) {
            case "connect" -> new ConnectReader();
            case "subscribe" -> new SubscribeReader();
            case "unsubscribe" -> new ChannelReader(Command.Unsubscribe::new);
            case "publish" -> new PublishReader();
            case "presence" -> new ChannelReader(Command.Presence::new);
            case "presence_stats" -> new ChannelReader(Command.PresenceStats::new);
            case "history" -> new HistoryReader();
            case "rpc" -> new RpcReader();
            case "send" -> new SendReader();
            case "refresh" -> new RefreshReader();
            case "sub_refresh" -> new SubRefreshReader();
            default -> new EmptyReader(); // ping, the command, is of no use
        };
    }
}
