package io.spindle.gateway.policy;

import io.spindle.gateway.api.channel.ChannelPolicy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.Supplier;

/**
 * Loads the classes of one plugin jar: its own first, then the JDK's. Of the gateway it sees the API alone, so that a
 * plugin brings its own version of any library, and no plugin leans on what the gateway happens to use.
 */
final class PluginClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final ClassLoader api = ChannelPolicy.class.getClassLoader();

    PluginClassLoader(URL jar) {
        super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("io.spindle.gateway.api.") || name.startsWith("org.jspecify.")) {
            return api.loadClass(name);
        }
        if (name.startsWith("java.")) {
            return getParent().loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> own = findLoadedClass(name);
            return own == null ? findOwn(name) : own;
        }
    }

    private Class<?> findOwn(String name) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException notOurs) {
            if (notOurs.getCause() != null) {
                throw notOurs; // it is ours, but the jar can't be read
            }
            return getParent().loadClass(name);
        }
    }

    /** Runs code of the plugin with this loader as the thread's context class loader. */
    <T> T asContext(Supplier<T> code) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return code.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
