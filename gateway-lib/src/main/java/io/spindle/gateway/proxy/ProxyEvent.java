package io.spindle.gateway.proxy;

import java.util.Locale;

/** What a backend is asked about. */
enum ProxyEvent {
    CONNECT,
    REFRESH,
    SUBSCRIBE,
    PUBLISH,
    SUB_REFRESH,
    RPC;

    /** The protocol's word; the metrics' label. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
