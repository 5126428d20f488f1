package io.spindle.gateway.delta;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Publication;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One publication in the forms that subscribers with delta compression get: whole, or as a patch to the data of the
 * publication before it. For JSON clients the data of either is a string that holds the text. A form is made when it is
 * first asked for, and then shared.
 *
 * <p>Safe for use from many threads; two that ask first at the same time may both make it.
 *
 * @see <a href="https://centrifugal.dev/docs/server/delta_compression">Delta compression in channels</a>
 */
public final class DeltaForms {
    private final Publication publication;
    private final Optional<Payload> previous;
    private volatile @Nullable Publication jsonFull;
    private volatile @Nullable Publication jsonPatch;
    private volatile @Nullable Publication protobufPatch;

    /**
     * Makes nothing yet.
     *
     * @param publication with its whole data
     * @param previous the data that the subscriber holds; absent if there is none, and then there are no patches
     */
    public DeltaForms(Publication publication, Optional<Payload> previous) {
        this.publication = publication;
        this.previous = previous;
    }

    /** The whole data. Binary data is left as it is: a JSON client can't be sent it. */
    public Publication full(Encoding encoding) {
        if (encoding == Encoding.PROTOBUF) {
            return publication;
        }
        Publication made = jsonFull;
        if (made == null) {
            made = makeJsonFull();
            jsonFull = made;
        }
        return made;
    }

    /** A patch, if there is one that is shorter than the data; else the whole data. */
    public Publication patch(Encoding encoding) {
        return encoding == Encoding.JSON ? jsonPatch() : protobufPatch();
    }

    private Publication jsonPatch() {
        Publication made = jsonPatch;
        if (made == null) {
            made = makeJsonPatch().orElseGet(() -> full(Encoding.JSON));
            jsonPatch = made;
        }
        return made;
    }

    private Publication protobufPatch() {
        Publication made = protobufPatch;
        if (made == null) {
            made = makeProtobufPatch().orElse(publication);
            protobufPatch = made;
        }
        return made;
    }

    private Publication makeJsonFull() {
        Payload data = publication.data();
        if (!data.isJson()) {
            return publication;
        }
        byte[] bytes = data.toByteArray();
        // The client will hold what it can read; the next patch is none if that is not what was published.
        byte[] text = Utf8.isValid(bytes) ? bytes : data.asText().getBytes(StandardCharsets.UTF_8);
        return publication.withData(Payload.json(JsonText.quoted(text)), false);
    }

    private Optional<Publication> makeJsonPatch() {
        if (previous.isEmpty()
                || !previous.get().isJson()
                || !publication.data().isJson()) {
            return Optional.empty();
        }
        byte[] source = previous.get().toByteArray();
        byte[] target = publication.data().toByteArray();
        if (!Utf8.isValid(source) || !Utf8.isValid(target)) {
            return Optional.empty();
        }
        byte[] patch = FossilDelta.ofText(source, target);
        return patch.length < target.length
                ? Optional.of(publication.withData(Payload.json(JsonText.quoted(patch)), true))
                : Optional.empty();
    }

    private Optional<Publication> makeProtobufPatch() {
        if (previous.isEmpty()) {
            return Optional.empty();
        }
        byte[] target = publication.data().toByteArray();
        byte[] patch = FossilDelta.ofBytes(previous.get().toByteArray(), target);
        return patch.length < target.length
                ? Optional.of(publication.withData(Payload.binary(patch), true))
                : Optional.empty();
    }
}
