package io.spindle.examples.host;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.auth.JwtAuthenticator;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A web application with a Jetty of its own. The gateway is one of its handlers: same port, same origin, one process; the page
 * at {@code /} is the application's.
 */
public final class HostApp {
    private static final String SECRET = "CENTRIFUGO_TOKEN_HMAC_SECRET_KEY";

    private final Gateway gateway;
    private final Server server;

    HostApp(InetSocketAddress address, String secret) throws Exception {
        gateway = Gateway.builder()
                .authenticator(JwtAuthenticator.hmac(secret))
                .handler((event, context) -> System.out.println(
                        event.channel() + ": " + event.source().userId()))
                .rpc("how-many", new HowMany(this::inTheChat))
                .build();
        gateway.start();
        server = new Server(address);
        // The gateway takes what is its own; the rest goes on to the application.
        server.setHandler(new Handler.Sequence(gateway.handler(), new FrontPage(gateway)));
        server.start();
    }

    private CompletionStage<Integer> inTheChat() {
        return gateway.presence("chat").thenApply(List::size);
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /** The gateway first: it tells its clients, which come back to another instance. */
    void stop() throws Exception {
        gateway.close();
        server.stop();
    }

    public static void main(String[] args) throws Exception {
        String secret = Objects.requireNonNull(System.getenv(SECRET), SECRET + " is not set");
        HostApp app = new HostApp(new InetSocketAddress(8080), secret);
        System.out.println("http://localhost:" + app.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                app.stop();
            } catch (Exception e) {
                e.printStackTrace();
            }
        }));
    }
}
