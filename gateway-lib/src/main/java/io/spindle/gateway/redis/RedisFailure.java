package io.spindle.gateway.redis;

import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisNodeNotFoundException;
import org.redisson.client.RedisOutOfMemoryException;
import org.redisson.client.RedisReadonlyException;
import org.redisson.client.RedisReconnectedException;
import org.redisson.client.RedisResponseTimeoutException;
import org.redisson.client.RedisRetryException;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.WriteRedisConnectionException;

/**
 * What a failed command means for the one who sent it. The library's messages hold commands with their data: log these
 * names instead.
 */
public enum RedisFailure {
    /** No connection came about: nothing was sent. */
    NOT_SENT,
    /** Sent, perhaps done: no answer came. */
    NO_ANSWER,
    /** The server is not ready (loading, failing over, moving a slot) and did nothing; later it will. */
    NOT_READY,
    /** The server is at its memory limit and did nothing. */
    OUT_OF_MEMORY,
    /** The server answered with an error that will not pass by itself, and did nothing. */
    REFUSED;

    public static RedisFailure of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RedisResponseTimeoutException
                || cause instanceof RedisReconnectedException
                || cause instanceof WriteRedisConnectionException) {
            return NO_ANSWER;
        }
        if (cause instanceof RedisConnectionException
                || cause instanceof RedisTimeoutException
                || cause instanceof RedisNodeNotFoundException) {
            return NOT_SENT;
        }
        if (cause instanceof RedisOutOfMemoryException) {
            return OUT_OF_MEMORY;
        }
        if (cause instanceof RedisRetryException || cause instanceof RedisReadonlyException) {
            return NOT_READY;
        }
        if (cause.getCause() instanceof ConnectException) {
            return NOT_SENT;
        }
        // An answer of the server has no cause behind it.
        return cause instanceof RedisException && cause.getCause() == null ? REFUSED : NO_ANSWER;
    }
}
