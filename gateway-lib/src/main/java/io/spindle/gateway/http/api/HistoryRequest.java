package io.spindle.gateway.http.api;

import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** {@code history}: what a channel keeps of its publications, with no limit but the one that is asked for. */
final class HistoryRequest extends ApiRequest {
    private static final Names FIELDS = Names.of("channel", "limit", "since", "reverse");
    private static final byte[] PUBLICATIONS = JsonWriter.name("publications");
    private static final byte[] EPOCH = JsonWriter.name("epoch");
    private static final byte[] OFFSET = JsonWriter.name("offset");

    private String channel = "";
    private int limit;
    private Optional<StreamPosition> since = Optional.empty();
    private boolean reverse;

    HistoryRequest() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "channel" -> channel = in.string();
            case "limit" -> limit = in.int32();
            case "since" -> since = PositionReader.position(in);
            default -> reverse = in.bool();
        }
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        required(channel);
        OptionalLong offset = since.isPresent() ? OptionalLong.of(since.get().offset()) : OptionalLong.empty();
        if (reverse && offset.isPresent() && offset.getAsLong() == 0) {
            throw new ApiException(ApiError.BAD_REQUEST);
        }
        return calls.api()
                .history(channel, new HistoryQuery(limit, offset, reverse))
                .thenApply(this::result);
    }

    private ResultFields result(HistoryPage page) {
        String asked = since.map(StreamPosition::epoch).orElse("");
        if (!asked.isEmpty() && !asked.equals(page.top().epoch())) {
            throw new ApiException(ApiError.UNRECOVERABLE_POSITION);
        }
        return out -> {
            out.beginList(PUBLICATIONS);
            for (Publication publication : page.publications()) {
                out.beginElement();
                PublicationFields.publication(out, publication);
                out.end();
            }
            out.endList();
            out.alwaysString(EPOCH, page.top().epoch());
            out.alwaysLong(OFFSET, page.top().offset());
        };
    }
}
