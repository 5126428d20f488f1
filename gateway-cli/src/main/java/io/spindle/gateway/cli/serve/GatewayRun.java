package io.spindle.gateway.cli.serve;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.GatewayStartException;
import io.spindle.gateway.SettingsException;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import io.spindle.gateway.cli.jvm.HeapManners;
import io.spindle.gateway.cli.reload.CurrentDecisions;
import io.spindle.gateway.cli.reload.Decisions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.ProcessSettings;
import io.spindle.gateway.cli.settings.RedisConnectionSettings;
import io.spindle.gateway.redis.RedisUnreachableException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a gateway, from its start to a signal. Used once, by one thread. */
final class GatewayRun {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayRun.class);

    private final Console console;
    private final ServePlan plan;
    private final Optional<Reload> reload;
    private final CurrentDecisions decisions;

    /** @param reload how the configuration is read again, if it can be */
    GatewayRun(Console console, ServePlan plan, Optional<Reload> reload) {
        this.console = console;
        this.plan = plan;
        this.reload = reload;
        this.decisions = new CurrentDecisions(plan.decisions());
    }

    /** Returns, with the exit code, only if the start failed: a signal ends the process from within. */
    int untilSignal() throws InterruptedException {
        ProcessFiles files = new ProcessFiles(plan.values());
        Optional<Fault> unwritable = files.openLog().or(files::writeId);
        if (unwritable.isPresent()) {
            return failed(List.of(unwritable.get().line()));
        }
        try {
            Gateway gateway = made(console, plan, counting());
            OrderlyEnd end = OrderlyEnd.of(
                    () -> close(gateway), files::deleteId, plan.values().get(ProcessSettings.SHUTDOWN_TIMEOUT));
            start(gateway, end);
            end.await();
            return ExitCode.OK;
        } catch (SettingsException e) {
            files.deleteId();
            return failed(e.faults());
        } catch (GatewayStartException e) {
            LOG.debug("The start failed", e);
            files.deleteId();
            return failed(List.of(wayOut(e)));
        }
    }

    /** Whoever decides at the time. A policy that no file is read for is asked itself: it may have a name of its own. */
    private Decisions counting() {
        return new Decisions(
                decisions.authenticator(),
                plan.namespaces() ? decisions.policy() : plan.decisions().policy());
    }

    /**
     * The gateway of a plan; nothing is opened yet.
     *
     * @throws SettingsException if the builder finds something that nobody did before
     */
    static Gateway made(Console console, ServePlan plan, Decisions decisions) {
        GatewayBuilder builder = GatewayAssembly.builder(plan.values())
                .authenticator(decisions.authenticator())
                .channelPolicy(decisions.policy());
        if (plan.embedded()) {
            builder.handler(new PrintingHandler(console.out()));
        } else {
            GatewayAssembly.redis(plan.values()).ifPresent(builder::redis);
        }
        plan.rest().accept(builder);
        Gateway gateway = builder.build();
        plan.made().accept(gateway);
        return gateway;
    }

    private void start(Gateway gateway, OrderlyEnd end) throws GatewayStartException {
        try {
            gateway.start();
        } catch (GatewayStartException e) {
            end.cancel();
            throw e;
        }
        Addresses addresses = plan.addresses().apply(gateway);
        if (plan.embedded()) {
            Embedded.welcome(console.out(), addresses, plan.secret());
        }
        reload.ifPresent(each -> each.onHangup(plan, gateway, decisions));
        LOG.info("Ready: {}", addresses.line());
        HeapManners.adoptInBackground();
    }

    private void close(Gateway gateway) {
        gateway.close();
        plan.policy().close();
    }

    private int failed(List<String> lines) {
        plan.policy().close();
        lines.forEach(console.err()::println);
        console.err().flush();
        return ExitCode.FAILED;
    }

    private static String wayOut(GatewayStartException e) {
        return e.getCause() instanceof RedisUnreachableException
                ? RedisConnectionSettings.URL.name() + ": " + e.getMessage()
                        + " (expected: a Redis that answers there; or to try it out without, serve --embedded)"
                : String.valueOf(e.getMessage());
    }
}
