package io.spindle.gateway.cli;

import io.spindle.gateway.cli.command.ExitCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What no command foresaw: one line of what it was; the stack is for those who ask for details. */
final class UnexpectedFaults implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFaults.class);

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult result) {
        LOG.error("{} failed (--log-level debug tells more)", command.getCommandName(), fault);
        return ExitCode.FAILED;
    }
}
