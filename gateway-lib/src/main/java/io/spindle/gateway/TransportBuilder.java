package io.spindle.gateway;

import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.stream.ConnectRefusals;

/**
 * What is set about the ways in which clients connect.
 *
 * @param <B> the builder that these settings belong to
 */
public abstract class TransportBuilder<B extends TransportBuilder<B>> extends ConnectionBuilder<B> {
    final TransportChoice transports = new TransportChoice();

    TransportBuilder() {}

    /** Whether clients may connect over WebSocket. Default: true. */
    public B websocket(boolean enabled) {
        return serve(Endpoint.WEBSOCKET, enabled);
    }

    /** Whether clients may connect over HTTP streaming, with their commands at {@code /emulation}. Default: false. */
    public B httpStream(boolean enabled) {
        return serve(Endpoint.HTTP_STREAM, enabled);
    }

    /** Whether clients may connect over server-sent events, with commands at {@code /emulation}. Default: false. */
    public B sse(boolean enabled) {
        return serve(Endpoint.SSE, enabled);
    }

    /** Whether clients may have pushes alone over WebSocket. Default: false. */
    public B uniWebsocket(boolean enabled) {
        return serve(Endpoint.UNI_WEBSOCKET, enabled);
    }

    /** Whether clients may have pushes alone over server-sent events. Default: false. */
    public B uniSse(boolean enabled) {
        return serve(Endpoint.UNI_SSE, enabled);
    }

    /** Whether clients may have pushes alone over HTTP streaming. Default: false. */
    public B uniHttpStream(boolean enabled) {
        return serve(Endpoint.UNI_HTTP_STREAM, enabled);
    }

    /** Whether clients may ask for an empty object, and a load balancer's cookie, before they connect. Default: false. */
    public B init(boolean enabled) {
        return serve(Endpoint.INIT, enabled);
    }

    /** Whether pushes over a unidirectional WebSocket may share a frame, one a line. Default: false. */
    public B uniWebsocketJoinPushes(boolean join) {
        transports.uniWebsocketJoinPushes = join;
        return self();
    }

    /** Whether a push precedes the close frame of a unidirectional WebSocket. Default: true. */
    public B uniWebsocketDisconnectPush(boolean push) {
        transports.uniWebsocketDisconnectPush = push;
        return self();
    }

    /**
     * Answers failed connects at {@link Endpoint#UNI_SSE} or {@link Endpoint#UNI_HTTP_STREAM} by plain HTTP instead of a
     * disconnect push, by the code of the error or disconnect. Default: none.
     */
    public B connectRefusals(Endpoint endpoint, ConnectRefusals refusals) {
        transports.connectRefusals.put(endpoint, refusals);
        return self();
    }

    private B serve(Endpoint endpoint, boolean enabled) {
        transports.enable(endpoint, enabled);
        return self();
    }

    /** The path of a client endpoint, or of the server API; slashes at its end do not count. Default: see {@link Endpoint}. */
    public B path(Endpoint endpoint, String path) {
        transports.path(endpoint, path);
        return self();
    }

    /**
     * Bytes of the body of a request to a client endpoint, or to the server API; above, 413. Default: 65,536, for the API
     * 4,194,304.
     */
    public B maxRequestBodyBytes(Endpoint endpoint, int bytes) {
        transports.maxBodyBytes(endpoint, bytes);
        return self();
    }
}
