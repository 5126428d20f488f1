package io.spindle.gateway.cli;

import io.spindle.gateway.cli.command.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The launcher's entry. */
public final class Spindle {
    private Spindle() {}

    public static void main(String[] args) {
        Console console = new Console(System.getenv(), writer(FileDescriptor.out), writer(FileDescriptor.err));
        System.exit(CommandTree.of(console, args).execute(args));
    }

    /** UTF-8 wherever it runs: channel names and texts are of all languages. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
