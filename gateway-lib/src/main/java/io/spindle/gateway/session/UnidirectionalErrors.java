package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import java.util.Map;

/**
 * What an error of a unidirectional connect becomes: there is no reply that could carry it, so it ends the connection.
 *
 * @param transforms by the error's code, before the protocol's own table
 */
public record UnidirectionalErrors(Map<Integer, Disconnect> transforms) {
    /** The protocol's table alone. */
    public static final UnidirectionalErrors DEFAULT = new UnidirectionalErrors(Map.of());

    public UnidirectionalErrors {
        transforms = Map.copyOf(transforms);
    }

    Disconnect of(ErrorCode error) {
        Disconnect transformed = transforms.get(error.code());
        return transformed == null ? byProtocol(error) : transformed;
    }

    private static Disconnect byProtocol(ErrorCode error) {
        if (error.equals(ErrorCode.TOKEN_EXPIRED) || error.equals(ErrorCode.EXPIRED)) {
            return Disconnect.EXPIRED;
        }
        if (error.equals(ErrorCode.TOO_MANY_REQUESTS)) {
            return Disconnect.TOO_MANY_REQUESTS;
        }
        return error.equals(ErrorCode.PERMISSION_DENIED) ? Disconnect.PERMISSION_DENIED : Disconnect.SERVER_ERROR;
    }
}
