package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The client protocol in JSON for clients that only listen: they say who they are once, in a connect request without a
 * command around it, and get pushes without replies around them. What they get differs from what clients of
 * {@link JsonCodec} get, so the bytes of one must never be sent to the other.
 *
 * @see <a href="https://centrifugal.dev/docs/transports/uni_client_protocol">Unidirectional client protocol</a>
 */
public final class UnidirectionalJsonCodec implements ClientCodec {
    private static final int CONNECT_ID = 1;
    private static final byte[] EMPTY_REQUEST = {'{', '}'};

    private final JsonCodec json = new JsonCodec();

    @Override
    public Encoding encoding() {
        return Encoding.JSON;
    }

    @Override
    public boolean isUnidirectional() {
        return true;
    }

    /**
     * Decodes a connect request, as one that a client would send with a command.
     *
     * @param frame one JSON object; nothing, and {@code null}, are an empty request
     */
    @Override
    public DecodedFrame decode(ByteBuffer frame) {
        byte[] bytes = new byte[frame.remaining()];
        frame.get(frame.position(), bytes);
        byte[] request = bytes.length == 0 ? EMPTY_REQUEST : bytes;
        try (JsonInput in = JsonInput.open(request, 0, request.length)) {
            return new DecodedFrame(List.of(connect(in)), false);
        } catch (IOException malformed) {
            return new DecodedFrame(List.of(), true);
        }
    }

    private static Command connect(JsonInput in) throws IOException {
        ConnectReader reader = new ConnectReader();
        in.message(reader);
        in.end();
        return reader.command(CONNECT_ID);
    }

    /**
     * What a client is told first: that it is connected; it can't answer pings. There is no other reply.
     *
     * @throws IllegalArgumentException if the result is of another command than connect
     */
    @Override
    public byte[] reply(int id, Result result) {
        if (result instanceof Result.Connect) {
            return ReplyWriter.result(0, result); // without an id it looks like the push that it must be
        }
        throw new IllegalArgumentException(
                "result: " + result.getClass().getSimpleName() + " (expected: Connect, the only thing asked for)");
    }

    /** There is none: an error ends the connection. */
    @Override
    public byte[] error(int id, ErrorCode error) {
        throw new UnsupportedOperationException("error " + error.code() + " (expected: a disconnect)");
    }

    @Override
    public byte[] push(Push push) {
        return PushWriter.bare(push);
    }

    @Override
    public byte[] ping() {
        return json.ping();
    }

    @Override
    public byte[] separator() {
        return json.separator();
    }
}
