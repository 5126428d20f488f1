package io.spindle.gateway.cli.logging;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Where the log goes: one place for the process, set by the launcher, read by all threads. */
public final class LogOutput {
    private static volatile PrintStream current = System.err;

    private LogOutput() {}

    /**
     * From now on lines are appended to a file. Naming the same one again opens it anew, as is wanted where old logs are
     * moved away.
     *
     * @throws IOException if it can't be written; nothing has changed then
     */
    public static void append(Path file) throws IOException {
        // What another thread still writes to the file of before must not be lost, so that one is not closed here, but
        // by the collector. Each line is one write: a buffer would only keep the last ones back.
        current = new PrintStream(new FileOutputStream(file.toFile(), true), false);
    }

    static PrintStream current() {
        return current;
    }
}
