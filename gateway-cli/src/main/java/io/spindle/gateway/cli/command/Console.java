package io.spindle.gateway.cli.command;

import io.spindle.gateway.cli.settings.Fault;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * What a command sees of the process that it runs in.
 *
 * @param environment the environment variables
 * @param out for what was asked for
 * @param err for faults
 */
public record Console(Map<String, String> environment, PrintWriter out, PrintWriter err) {

    /** Prints the faults, one a line. @return the exit code that they mean */
    public int report(List<Fault> faults) {
        faults.forEach(fault -> err.println(fault.line()));
        err.flush();
        return faults.stream().anyMatch(Fault::inFlag) ? ExitCode.USAGE : ExitCode.FAILED;
    }
}
