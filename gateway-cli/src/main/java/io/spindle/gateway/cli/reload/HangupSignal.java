package io.spindle.gateway.cli.reload;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIGHUP, by the class that JDKs have for signals and do not support: it is looked for, since not every one may have it. */
public final class HangupSignal {
    private static final Logger LOG = LoggerFactory.getLogger(HangupSignal.class);

    private HangupSignal() {}

    /**
     * Has something done at each signal instead of ending the process.
     *
     * @param action called on a thread of the JVM's
     */
    public static void handle(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object hangup = signal.getConstructor(String.class).newInstance("HUP");
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            hangup,
                            Proxy.newProxyInstance(
                                    handler.getClassLoader(), new Class<?>[] {handler}, calling(action)));
        } catch (ReflectiveOperationException e) {
            LOG.warn("SIGHUP does not have the configuration read again: this JVM lets nobody handle it", e);
        }
    }

    private static InvocationHandler calling(Runnable action) {
        return (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(action, arguments);
            }
            action.run();
            return null;
        };
    }
}
