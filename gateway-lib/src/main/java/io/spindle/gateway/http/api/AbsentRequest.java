package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** A method of subscriptions to maps or to polled data, which no channel has. */
final class AbsentRequest extends ApiRequest {
    private static final Names FIELDS = Names.of();

    AbsentRequest() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        in.skip();
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        throw new ApiException(ApiError.NOT_AVAILABLE);
    }
}
