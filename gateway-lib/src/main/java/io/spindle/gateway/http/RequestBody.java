package io.spindle.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads the whole body of one request, within bounds of size and time, without blocking. Goes on with the body, or with
 * the answer to one that is out of bounds, once, on the thread that read the end.
 */
public final class RequestBody implements Runnable {
    private static final Answer TOO_LARGE = Answer.text(HttpStatus.PAYLOAD_TOO_LARGE_413, "the body is too large");
    private static final Answer TOO_SLOW = Answer.text(HttpStatus.REQUEST_TIMEOUT_408, "the body took too long");
    private static final Answer BROKEN = Answer.text(HttpStatus.BAD_REQUEST_400, "the body could not be read");

    private final Request request;
    private final int maxBytes;
    private final Consumer<ByteBuffer> whole;
    private final Consumer<Answer> refused;
    private final Scheduler.Task deadline;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private RequestBody(Request request, Limits limits, Consumer<ByteBuffer> whole, Consumer<Answer> refused) {
        this.request = request;
        this.maxBytes = limits.maxBytes();
        this.whole = whole;
        this.refused = refused;
        this.deadline = request.getComponents()
                .getScheduler()
                .schedule(() -> request.fail(new TimeoutException("body")), limits.timeout());
    }

    /**
     * Bounds on a body.
     *
     * @param maxBytes of it; over it the answer is 413
     * @param timeout until its end, however steadily bytes trickle in; then the answer is 408
     */
    public record Limits(int maxBytes, Duration timeout) {}

    /**
     * Reads a body.
     *
     * @param whole given the body, empty if there is none
     * @param refused given what to answer instead
     */
    public static void read(Request request, Limits limits, Consumer<ByteBuffer> whole, Consumer<Answer> refused) {
        if (request.getLength() > limits.maxBytes()) {
            refused.accept(TOO_LARGE);
        } else {
            new RequestBody(request, limits, whole, refused).run();
        }
    }

    /** Whether its content type says that a body is binary: Protobuf; anything else is JSON. */
    public static boolean isBinary(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("application/octet-stream");
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                end(chunk.getFailure() instanceof TimeoutException ? TOO_SLOW : BROKEN);
                return;
            }
            boolean fits = bytes.size() + chunk.remaining() <= maxBytes;
            if (fits) {
                append(chunk.getByteBuffer());
            }
            chunk.release();
            if (!fits) {
                end(TOO_LARGE);
                return;
            }
            if (chunk.isLast()) {
                deadline.cancel();
                whole.accept(ByteBuffer.wrap(bytes.toByteArray()));
                return;
            }
        }
    }

    private void append(ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        bytes.writeBytes(copy);
    }

    private void end(Answer answer) {
        deadline.cancel();
        refused.accept(answer);
    }
}
