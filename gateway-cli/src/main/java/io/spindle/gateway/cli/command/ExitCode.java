package io.spindle.gateway.cli.command;

/** What the process tells its caller. */
public final class ExitCode {
    /** Done; for {@code serve}: stopped in order, by a signal. */
    public static final int OK = 0;

    /** The call was right, but it failed: a bad environment, a busy port, Redis out of reach. */
    public static final int FAILED = 1;

    /** The call was wrong: an unknown command or flag, a flag's value that is not allowed. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
