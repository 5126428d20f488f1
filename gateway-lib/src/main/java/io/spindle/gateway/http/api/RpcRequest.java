package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** {@code rpc}: there is no method that could be called. */
final class RpcRequest extends ApiRequest {
    private static final Names FIELDS = Names.of("method", "params");

    private String method = "";

    RpcRequest() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "method" -> method = in.string();
            default -> in.skip();
        }
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        required(method);
        throw new ApiException(ApiError.NOT_FOUND);
    }
}
