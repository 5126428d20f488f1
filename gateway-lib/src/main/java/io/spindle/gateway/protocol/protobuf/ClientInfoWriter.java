package io.spindle.gateway.protocol.protobuf;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
import java.util.Optional;

/** Who a client is: inside publications, joins, leaves and presence. */
final class ClientInfoWriter {
    private ClientInfoWriter() {}

    static void message(MessageWriter out, int field, ClientInfo info) {
        int end = out.size();
        out.data(4, info.chanInfo());
        out.data(3, info.connInfo());
        out.string(2, info.client());
        out.string(1, info.user());
        out.message(field, end);
    }

    /** Bytes of application data in it. */
    static int dataBytes(ClientInfo info) {
        return size(info.connInfo()) + size(info.chanInfo());
    }

    private static int size(Optional<Payload> data) {
        return data.isPresent() ? data.get().size() : 0;
    }
}
