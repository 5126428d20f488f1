package io.spindle.gateway.cli.serve;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.cli.assembly.LastingParts;
import io.spindle.gateway.cli.reload.CurrentDecisions;
import io.spindle.gateway.cli.reload.Decisions;
import io.spindle.gateway.cli.reload.HangupSignal;
import io.spindle.gateway.cli.reload.NeedsRestart;
import io.spindle.gateway.cli.settings.Environment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration file again at each SIGHUP. Everything is checked before anything is taken over, so that a file
 * with a fault changes nothing.
 */
final class Reload {
    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

    private final ServeRequest request;
    private final Environment environment;
    private final LastingParts lasting;

    /** @param lasting what the gateway was made with */
    Reload(ServeRequest request, Environment environment, LastingParts lasting) {
        this.request = request;
        this.environment = environment;
        this.lasting = lasting;
    }

    /** From now on signals count. */
    void onHangup(ServePlan running, Gateway gateway, CurrentDecisions decisions) {
        // One at a time, and one more for all signals that come meanwhile.
        Executor inTurn = new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                task -> {
                    Thread thread = new Thread(task, "reload");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        HangupSignal.handle(() -> inTurn.execute(() -> reload(running, gateway, decisions)));
    }

    private void reload(ServePlan running, Gateway gateway, CurrentDecisions decisions) {
        try {
            Preparation preparation = new Preparation(request, environment, lasting);
            Optional<Preparation.Reread> reread = preparation.reread(running);
            if (reread.isPresent()) {
                takeOver(reread.get(), running, gateway, decisions);
            } else {
                preparation.faults().forEach(fault -> LOG.error("Configuration not reloaded: {}", fault.line()));
            }
        } catch (RuntimeException e) {
            LOG.error("Configuration not reloaded", e);
        }
    }

    private static void takeOver(
            Preparation.Reread reread, ServePlan running, Gateway gateway, CurrentDecisions decisions) {
        reread.parts().gateway().accept(gateway);
        decisions.replace(new Decisions(
                reread.parts().authenticator(),
                reread.parts().policy().orElse(decisions.get().policy())));
        // Old logs may have been moved away.
        new ProcessFiles(reread.values())
                .openLog()
                .ifPresent(fault -> LOG.error("The log goes where it went: {}", fault.line()));
        List<String> left = NeedsRestart.changed(running.values(), reread.values());
        if (!left.isEmpty()) {
            LOG.warn("Changed, and counts after a restart: {}", String.join(", ", left));
        }
        LOG.info("Configuration reloaded");
    }
}
