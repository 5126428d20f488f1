package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Collects the envelope: an id and a request. */
final class CommandReader extends MessageReader {
    private static final int ID = 1 << 3 | VARINT;
    private static final int CONNECT = 4;
    private static final int SUBSCRIBE = 5;
    private static final int UNSUBSCRIBE = 6;
    private static final int PUBLISH = 7;
    private static final int PRESENCE = 8;
    private static final int PRESENCE_STATS = 9;
    private static final int HISTORY = 10;
    private static final int PING = 11;
    private static final int SEND = 12;
    private static final int RPC = 13;
    private static final int REFRESH = 14;
    private static final int SUB_REFRESH = 15;

    /** Of several requests in a command the first of these counts. */
    private static final int[] PRECEDENCE = {
        CONNECT, SUBSCRIBE, UNSUBSCRIBE, PUBLISH, PRESENCE, PRESENCE_STATS, HISTORY, RPC, SEND, REFRESH, SUB_REFRESH
    };

    /** By field number. */
    private final @Nullable RequestReader[] requests = new RequestReader[SUB_REFRESH + 1];

    private int id;

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        if (tag == ID) {
            id = in.readUInt32();
            return true;
        }
        int number = WireFormat.getTagFieldNumber(tag);
        if (WireFormat.getTagWireType(tag) != BYTES || number < CONNECT || number > SUB_REFRESH) {
            return false;
        }
        RequestReader request = requests[number];
        if (request == null) {
            request = reader(number);
            requests[number] = request;
        }
        request.readField(in);
        return true;
    }

    Command command() {
        for (int number : PRECEDENCE) {
            RequestReader request = requests[number];
            if (request != null) {
                return request.command(id);
            }
        }
        return new Command.Empty(id);
    }

    private static RequestReader reader(int number) {
        return switch (number) {
            case CONNECT -> new ConnectReader();
            case SUBSCRIBE -> new SubscribeReader();
            case UNSUBSCRIBE -> new ChannelReader(Command.Unsubscribe::new);
            case PUBLISH -> new PublishReader();
            case PRESENCE -> new ChannelReader(Command.Presence::new);
            case PRESENCE_STATS -> new ChannelReader(Command.PresenceStats::new);
            case HISTORY -> new HistoryReader();
            case PING -> new EmptyReader(); // the command, not the protocol's pong: of no use
            case SEND -> new SendReader();
            case RPC -> new RpcReader();
            case REFRESH -> new RefreshReader();
            case SUB_REFRESH -> new SubRefreshReader();
            default -> throw new IllegalArgumentException("request: " + number);
        };
    }
}
