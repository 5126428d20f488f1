package io.spindle.gateway.broker.memory;

import io.spindle.gateway.broker.BrokerListener;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.protocol.ClientInfo;

/** What was given to the broker for the subscribers of a channel. */
sealed interface Given {
    void to(String channel, BrokerListener listener);

    /** Bytes of what others decide the size of. */
    default int dataBytes() {
        return 0;
    }

    record Published(StreamPublication publication) implements Given {
        @Override
        public void to(String channel, BrokerListener listener) {
            listener.onPublication(channel, publication);
        }

        @Override
        public int dataBytes() {
            return publication.publication().data().size();
        }
    }

    record Joined(ClientInfo info) implements Given {
        @Override
        public void to(String channel, BrokerListener listener) {
            listener.onJoin(channel, info);
        }
    }

    record Left(ClientInfo info) implements Given {
        @Override
        public void to(String channel, BrokerListener listener) {
            listener.onLeave(channel, info);
        }
    }
}
