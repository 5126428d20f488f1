package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.MessageReader;
import io.spindle.gateway.protocol.json.Names;
import java.util.concurrent.CompletionStage;

/** One request of one method: reads its fields, and then does what they ask for, once. */
abstract class ApiRequest extends MessageReader {
    ApiRequest(Names fields) {
        super(fields);
    }

    /**
     * Does it; never blocks.
     *
     * @throws ApiException if the request makes no sense; a failed stage says the same
     */
    abstract CompletionStage<ResultFields> answer(Calls calls);

    /** A field that must be there and not be empty. */
    static String required(String value) {
        if (value.isEmpty()) {
            throw new ApiException(ApiError.BAD_REQUEST);
        }
        return value;
    }
}
