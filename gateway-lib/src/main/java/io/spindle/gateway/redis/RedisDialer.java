package io.spindle.gateway.redis;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisAuthRequiredException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisLoadingException;
import org.redisson.client.RedisWrongPasswordException;
import org.redisson.config.Config;

/**
 * The first connection. The library retries in its own time and reports with its own words; here the start ends within
 * the dial time-out, in one line that says what is wrong.
 */
final class RedisDialer {
    private RedisDialer() {}

    static RedissonClient dial(RedisSettings settings, Config config) {
        RedisUrl url = RedisUrl.parse(settings.url());
        long deadline = System.nanoTime() + settings.dialTimeout().toNanos();
        knock(url, deadline);
        FutureTask<RedissonClient> connecting = new FutureTask<>(() -> Redisson.create(config));
        Thread thread = new Thread(connecting, "spindle-redis-dial");
        thread.setDaemon(true);
        thread.start();
        try {
            return connecting.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new RedisUnreachableException(url + ": " + reason(cause), cause);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new RedisUnreachableException(
                    url + ": no answer within " + settings.dialTimeout().toMillis() + " ms", e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new RedisUnreachableException(url + ": interrupted while connecting", e);
        }
    }

    /** Finds out in plain words whether anybody listens; one of the nodes is enough. */
    private static void knock(RedisUrl url, long deadline) {
        List<String> nodes = url.nodes();
        for (int i = 0; ; i++) {
            String node = nodes.get(i);
            int colon = node.lastIndexOf(':');
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()) / (nodes.size() - i);
            try (Socket socket = new Socket()) {
                String host = node.substring(0, colon).replaceAll("[\\[\\]]", "");
                InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(node.substring(colon + 1)));
                socket.connect(address, (int) Math.max(1, left));
                return;
            } catch (IOException e) {
                if (i == nodes.size() - 1) {
                    throw new RedisUnreachableException(url + ": " + reason(e), e);
                }
            }
        }
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "unknown host";
            }
            if (cause instanceof SocketTimeoutException) {
                return "connection timed out";
            }
            if (cause instanceof ConnectException) {
                return "connection refused";
            }
            if (cause instanceof RedisAuthRequiredException) {
                return "password required";
            }
            if (cause instanceof RedisWrongPasswordException) {
                return "wrong user or password";
            }
            if (cause instanceof RedisLoadingException) {
                return "still loading its data";
            }
            if (cause instanceof SSLException) {
                return "TLS failed";
            }
            if (cause instanceof RedisException && cause.getCause() == null) {
                return firstSentence(String.valueOf(cause.getMessage()));
            }
        }
        return failure.getClass().getSimpleName();
    }

    /** The library appends its channel and command, which may hold credentials. */
    private static String firstSentence(String message) {
        int end = message.indexOf(". channel:");
        return (end < 0 ? message.lines().findFirst().orElse("") : message.substring(0, end)).trim();
    }
}
