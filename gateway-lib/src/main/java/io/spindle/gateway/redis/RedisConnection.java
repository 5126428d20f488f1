package io.spindle.gateway.redis;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.spindle.gateway.metrics.RedisMetrics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisNoScriptException;
import org.redisson.client.codec.StringCodec;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.client.protocol.RedisCommands;
import org.redisson.client.protocol.decoder.ObjectListReplayDecoder;
import org.redisson.command.CommandAsyncExecutor;

/**
 * The one connection pool of a gateway to Redis. Lost connections come back by themselves; what is sent meanwhile fails
 * within its time-outs.
 *
 * <p><b>Threading.</b> Any thread may call; nothing blocks but {@link #open} and {@link #close}. Futures complete on the
 * client library's network threads: whoever hangs more than a few instructions on them hops to an executor, such as
 * {@link #background()}.
 */
public final class RedisConnection implements AutoCloseable {
    private static final int NETWORK_THREADS = 2;
    private static final RedisCommand<List<Object>> EVALSHA =
            new RedisCommand<>("EVALSHA", new ObjectListReplayDecoder<Object>());
    private static final RedisCommand<List<Object>> EVAL =
            new RedisCommand<>("EVAL", new ObjectListReplayDecoder<Object>());
    private static final long CLOSE_TIMEOUT_MILLIS = 2_000;

    private final EventLoopGroup network = new MultiThreadIoEventLoopGroup(
            NETWORK_THREADS, new DefaultThreadFactory("spindle-redis-io", true), NioIoHandler.newFactory());
    private final ExecutorService library = Executors.newSingleThreadExecutor(daemon("spindle-redis-library"));
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(daemon("spindle-redis-background"));
    private final RedisMetrics metrics;
    private final RedissonClient client;
    private final CommandAsyncExecutor retrying;
    private final CommandAsyncExecutor once;
    private final RedisHealth health;

    private RedisConnection(RedisSettings settings, RedisMetrics metrics) {
        this.metrics = metrics;
        try {
            client = RedisDialer.dial(settings, RedisClients.config(settings, network, library));
        } catch (RedisUnreachableException e) {
            stopThreads();
            throw e;
        }
        retrying = ((Redisson) client).getCommandExecutor();
        once = retrying.copy(new SingleAttempt(settings.commandTimeout()));
        health = new RedisHealth(
                () -> once.readAsync("", StringCodec.INSTANCE, RedisCommands.PING)
                        .toCompletableFuture(),
                RedisUrl.parse(settings.url()).toString(),
                background);
    }

    /**
     * Connects; returns within the dial time-out.
     *
     * @throws RedisUnreachableException with a message of one line
     */
    public static RedisConnection open(RedisSettings settings, RedisMetrics metrics) {
        return new RedisConnection(settings, metrics);
    }

    /** Whether Redis answered lately; at most about two seconds old. */
    public boolean healthy() {
        return health.healthy();
    }

    /** For what this class has no method for. */
    public RedissonClient client() {
        return client;
    }

    /** One thread for periodic reading and for what hangs on answers; nothing on it may block. */
    public ScheduledExecutorService background() {
        return background;
    }

    /**
     * One command, tried again when it got no answer: for what may be done twice.
     *
     * @param operation the metric's label
     * @param key decides the node in a cluster
     */
    public <T> CompletableFuture<T> call(String operation, String key, RedisCommand<?> command, Object... arguments) {
        return measured(
                operation,
                () -> retrying.<Object, T>writeAsync(key, StringCodec.INSTANCE, cast(command), arguments)
                        .toCompletableFuture());
    }

    /** One command to every master, sent once. */
    public <T> CompletableFuture<List<T>> callAll(String operation, RedisCommand<?> command) {
        return measured(operation, () -> {
            List<CompletableFuture<T>> answers = once.writeAllAsync(StringCodec.INSTANCE, command);
            return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                    .thenApply(done ->
                            answers.stream().map(CompletableFuture::join).toList());
        });
    }

    /**
     * One call of a script, sent once; {@link RedisFailure#of} says what a failure means.
     *
     * @param operation the metric's label
     * @param slot a name that hashes to the node of all keys
     * @return the array that the script answers
     */
    public CompletableFuture<List<Object>> run(
            String operation, RedisScript script, String slot, byte[][] keys, List<byte[]> arguments) {
        Object[] parameters = new Object[2 + keys.length + arguments.size()];
        parameters[0] = script.sha1Bytes();
        parameters[1] = keys.length;
        System.arraycopy(keys, 0, parameters, 2, keys.length);
        for (int i = 0, at = 2 + keys.length; i < arguments.size(); i++, at++) {
            parameters[at] = arguments.get(i);
        }
        return measured(
                operation,
                () -> send(slot, EVALSHA, parameters).exceptionallyCompose(failure -> {
                    if (!(failure instanceof RedisNoScriptException)) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    parameters[0] = script.text();
                    return send(slot, EVAL, parameters);
                }));
    }

    /** A call through {@link #client()}, counted and timed as the operation; it never throws. */
    public <T> CompletableFuture<T> measured(String operation, Supplier<CompletableFuture<T>> call) {
        long start = System.nanoTime();
        CompletableFuture<T> result;
        try {
            result = call.get();
        } catch (RuntimeException e) {
            result = CompletableFuture.failedFuture(e);
        }
        return result.whenComplete(
                (answer, failure) -> metrics.operation(operation, failure == null, System.nanoTime() - start));
    }

    private CompletableFuture<List<Object>> send(String slot, RedisCommand<List<Object>> command, Object[] parameters) {
        return once.<List<Object>, List<Object>>writeAsync(slot, StringCodec.INSTANCE, command, parameters)
                .toCompletableFuture();
    }

    @SuppressWarnings("unchecked")
    private static RedisCommand<Object> cast(RedisCommand<?> command) {
        return (RedisCommand<Object>) command;
    }

    private static ThreadFactory daemon(String name) {
        return new DefaultThreadFactory(name, true);
    }

    @Override
    public void close() {
        health.close();
        client.shutdown(0, CLOSE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        stopThreads();
    }

    private void stopThreads() {
        background.shutdownNow();
        library.shutdown();
        network.shutdownGracefully(0, CLOSE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    }
}
