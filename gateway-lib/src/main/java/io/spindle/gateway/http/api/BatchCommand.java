package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import io.spindle.gateway.protocol.json.MalformedException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One command of a batch.
 *
 * @param method which the reply has as its field
 * @param request empty if the command names no method that there is
 */
record BatchCommand(String method, Optional<ApiRequest> request) {
    private static final BatchCommand NONE = new BatchCommand("", Optional.empty());

    /** Reads {@code {"<method>":{…}}}; other fields are passed over. */
    static BatchCommand read(JsonInput in) throws IOException {
        BatchCommand command = NONE;
        if (in.isNull()) {
            return command;
        }
        in.enterObject();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            Optional<ApiRequest> request = ApiMethods.request(name);
            if (request.isEmpty()) {
                in.skip();
            } else if (in.message(request.get())) {
                if (command != NONE) {
                    throw new MalformedException("more than one method");
                }
                command = new BatchCommand(name, request);
            }
        }
        return command;
    }

    byte[] name() {
        return JsonWriter.name(method);
    }

    CompletionStage<ResultFields> answer(Calls calls) {
        return request.orElseThrow(() -> new ApiException(ApiError.NOT_FOUND)).answer(calls);
    }
}
