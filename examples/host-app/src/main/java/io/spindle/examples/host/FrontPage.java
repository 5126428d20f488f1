package io.spindle.examples.host;

import io.spindle.gateway.Gateway;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The application's page: how many people are in the chat. */
final class FrontPage extends Handler.Abstract {
    private final Gateway gateway;

    FrontPage(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals("/")) {
            return false;
        }
        gateway.presence("chat").whenComplete((clients, failure) -> {
            if (failure != null) {
                callback.failed(failure);
                return;
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
            Content.Sink.write(
                    response, true, "<!doctype html><title>Chat</title><p>In the chat: " + clients.size(), callback);
        });
        return true;
    }
}
