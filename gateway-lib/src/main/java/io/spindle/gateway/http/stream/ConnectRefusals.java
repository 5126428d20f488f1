package io.spindle.gateway.http.stream;

import java.util.Map;

/**
 * How a failed unidirectional connect is answered, if not by a disconnect push: by plain HTTP, for clients that know
 * nothing of the protocol's codes.
 *
 * @param byCode by the code of the error or disconnect; any other is answered with 500
 */
public record ConnectRefusals(Map<Integer, Refusal> byCode) {
    private static final Refusal OTHERS = new Refusal(500, "Internal Server Error");

    public ConnectRefusals {
        byCode = Map.copyOf(byCode);
    }

    /**
     * One answer.
     *
     * @param status 400 to 599
     */
    public record Refusal(int status, String body) {
        public Refusal {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("status: " + status + " (expected: 400 to 599)");
            }
        }
    }

    Refusal of(int code) {
        return byCode.getOrDefault(code, OTHERS);
    }
}
