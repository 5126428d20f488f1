package io.spindle.gateway.session;

import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.metrics.RpcMetrics;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.rpc.RpcOutcome;
import java.util.concurrent.CompletionStage;

/**
 * {@code rpc}: a method of the host, or, where there are workers and it is written {@code method@channel}, one of the
 * channel's worker. Serial until the call is handed over: what is asked later may be answered before it. Stateless.
 */
final class RpcCommand {
    private static final char CHANNEL_MARK = '@';

    private final SessionServices services;
    private final WorkerRpc ofWorkers;
    private final RpcMetrics metrics;

    RpcCommand(SessionServices services) {
        this.services = services;
        this.metrics = services.metrics().rpc();
        this.ofWorkers = new WorkerRpc(services);
    }

    CompletionStage<?> handle(Session session, Command.Rpc command, long readAtNanos) {
        String method = command.method();
        int mark = method.indexOf(CHANNEL_MARK);
        if (mark >= 0 && services.workers().hasWorkers()) {
            return ofWorkers.handle(
                    session,
                    command.id(),
                    new WorkerRpc.Call(
                            method.substring(0, mark), method.substring(mark + 1), command.data(), readAtNanos),
                    outcome -> answerLater(session, command, readAtNanos, outcome));
        }
        CompletionStage<RpcOutcome> outcome = services.methods()
                .call(session.identity().client(), method, command.data(), services.nanosLeft(readAtNanos));
        answerLater(session, command, readAtNanos, outcome);
        return Commands.DONE;
    }

    private void answerLater(
            Session session, Command.Rpc command, long readAtNanos, CompletionStage<RpcOutcome> outcome) {
        Later.then(session, command.id(), outcome, services.executor(), told -> {
            answer(session, command, readAtNanos, told);
            return Commands.DONE;
        });
    }

    private void answer(Session session, Command.Rpc command, long readAtNanos, RpcOutcome outcome) {
        switch (outcome.status()) {
            case SUCCESS -> metrics.answered(System.nanoTime() - readAtNanos);
            case REJECTED -> metrics.rejected(outcome.reason());
            case ERROR -> metrics.failed(outcome.reason());
        }
        RpcAnswer answer = outcome.answer();
        if (answer instanceof RpcAnswer.Done done) {
            session.answers().reply(command.id(), new Result.Rpc(done.data()));
        } else if (answer instanceof RpcAnswer.Failed failed) {
            session.answers().fail(command.id(), failed.error());
        } else if (answer instanceof RpcAnswer.Closed closed) {
            session.answers().refuse(closed.disconnect());
        }
    }
}
