package io.spindle.gateway.http.api;

import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A request about connected clients: those of a user, or one of them. */
abstract class ClientsRequest extends ApiRequest {
    /** In the year 9999: later than anything that is meant, and safe to calculate with. */
    private static final long LATEST = 253_402_300_799L;

    private String user = "";
    private String client = "";
    private String session = "";

    /** @param fields {@code user}, {@code client}, {@code session}, and the method's own */
    ClientsRequest(Names fields) {
        super(fields);
    }

    @Override
    protected final void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "user" -> user = in.string();
            case "client" -> client = in.string();
            case "session" -> session = in.string();
            default -> ownField(name, in);
        }
    }

    abstract void ownField(String name, JsonInput in) throws IOException;

    /** The empty user is that of all anonymous clients. */
    final ClientSelector clients() {
        return new ClientSelector(user, client, session);
    }

    /** Seconds since 1970; 0 and below stand for never. */
    static Optional<Instant> time(long seconds) {
        return seconds > 0 ? Optional.of(Instant.ofEpochSecond(Math.min(seconds, LATEST))) : Optional.empty();
    }

    static CompletionStage<ResultFields> done(CompletionStage<Void> stage) {
        return stage.thenApply(nothing -> ResultFields.NONE);
    }
}
