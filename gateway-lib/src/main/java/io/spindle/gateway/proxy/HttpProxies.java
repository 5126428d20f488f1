package io.spindle.gateway.proxy;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.metrics.ProxyMetrics;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * Makes the proxies of one gateway: they share connections and a few threads, all of them daemons that end by themselves when
 * there is nothing left to do, so there is nothing to close.
 *
 * <p>Each proxy is an implementation of the API like any other, to be given to a gateway or to be asked by another one. None
 * of them blocks. If a call fails (no answer in time, a status that stands for nothing, a body that is no answer, too many
 * requests in flight) the stage fails, which the gateway takes for error 100, and says in the log.
 *
 * <p>Thread-safe.
 */
public final class HttpProxies {
    private final ProxyMetrics metrics;
    private final Executor executor = threads(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Map<Optional<SSLContext>, HttpClient> clients = new ConcurrentHashMap<>();

    /** @param registry the gateway's: where requests are counted */
    public HttpProxies(MetricRegistry registry) {
        this.metrics = new GatewayMetrics(registry).proxies();
    }

    /**
     * The backend says who connects.
     *
     * @param refresh {@link Refresh#BY_GATEWAY} if there is a {@link #refresh} proxy
     */
    public ConnectProxy connect(ProxySettings settings, Refresh refresh) {
        return new ConnectProxy(call(ProxyEvent.CONNECT, settings), refresh);
    }

    /** The backend prolongs connections. */
    public RefreshProxy refresh(ProxySettings settings) {
        return new RefreshProxy(call(ProxyEvent.REFRESH, settings));
    }

    /**
     * The backend says who subscribes.
     *
     * @param options how channels behave; absent for those that do not exist, which are refused with error 102; must not
     *     block
     * @param refresh {@link Refresh#BY_GATEWAY} if there is a {@link #subRefresh} proxy for these channels
     */
    public ChannelPolicy subscribe(
            ProxySettings settings, Function<String, Optional<ChannelOptions>> options, Refresh refresh) {
        return new SubscribeProxy(call(ProxyEvent.SUBSCRIBE, settings), options, refresh);
    }

    /**
     * The backend says who publishes what.
     *
     * @param options as in {@link #subscribe}
     */
    public ChannelPolicy publish(ProxySettings settings, Function<String, Optional<ChannelOptions>> options) {
        return new PublishProxy(call(ProxyEvent.PUBLISH, settings), options);
    }

    /**
     * The backend prolongs subscriptions.
     *
     * @param options as in {@link #subscribe}
     */
    public ChannelPolicy subRefresh(ProxySettings settings, Function<String, Optional<ChannelOptions>> options) {
        return new SubRefreshProxy(call(ProxyEvent.SUB_REFRESH, settings), options);
    }

    /** The backend answers remote calls, whatever their method. */
    public RpcHandler rpc(ProxySettings settings) {
        return new RpcProxy(call(ProxyEvent.RPC, settings));
    }

    private ProxyCall call(ProxyEvent event, ProxySettings settings) {
        HttpClient client = clients.computeIfAbsent(settings.tls(), this::client);
        return new ProxyCall(event, settings, client, executor, metrics.of(event.toString()));
    }

    private HttpClient client(Optional<SSLContext> tls) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().executor(executor).followRedirects(HttpClient.Redirect.NORMAL);
        tls.ifPresent(builder::sslContext);
        return builder.build();
    }

    private static Executor threads(int count) {
        AtomicInteger number = new AtomicInteger();
        // Not unbounded in fact: a request has a task or two here, and their number is bounded by each proxy.
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(count, count, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "spindle-proxy-" + number.getAndIncrement());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
