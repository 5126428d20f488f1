package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;

/** What a backend answered; failures of the call are none of these. */
sealed interface ProxyAnswer {
    /** What it is counted as. */
    String status();

    <R> R match(Cases<R> cases);

    /**
     * It is done, or allowed.
     *
     * @param fields the {@code result}
     */
    record Result(JsonObject fields) implements ProxyAnswer {
        @Override
        public String status() {
            return "success";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.result(fields);
        }
    }

    /** An answer with nothing in it that counts: no {@code result}, {@code error} or {@code disconnect}. */
    record Nothing() implements ProxyAnswer {
        @Override
        public String status() {
            return "success";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothing();
        }
    }

    /** An error for the client. */
    record Failed(ErrorCode error) implements ProxyAnswer {
        @Override
        public String status() {
            return "error";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failed(error);
        }
    }

    /** The end of the connection. */
    record Ended(Disconnect disconnect) implements ProxyAnswer {
        @Override
        public String status() {
            return "disconnect";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(disconnect);
        }
    }

    /** What each answer means for an event. */
    interface Cases<R> {
        /** @throws MalformedAnswerException if the fields are not what the event's answer has */
        R result(JsonObject fields);

        R nothing();

        R failed(ErrorCode error);

        R ended(Disconnect disconnect);
    }
}
