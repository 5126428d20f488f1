package io.spindle.gateway.cli.token;

import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import io.spindle.gateway.cli.file.BadFileException;
import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A token on the command line. */
record GivenToken(String text) {
    private static final int HEADER = 0;
    private static final int PAYLOAD = 1;
    private static final String NO_TOKEN =
            "no JSON Web Token (expected: three parts in base64url, with points between)";

    static void add(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("<token>")
                .type(String.class)
                .arity("1")
                .required(true)
                .index("0")
                .description("The token.")
                .build());
    }

    static GivenToken of(CommandSpec spec) {
        return new GivenToken(spec.commandLine().getParseResult().matchedPositionalValue(0, ""));
    }

    /** Prints that it is valid for somebody, and what it says. Returns the exit code. */
    int printValid(Console console, String verdict) {
        console.out().println(verdict);
        console.out().println("payload: " + part(PAYLOAD).orElse(""));
        console.out().flush();
        return ExitCode.OK;
    }

    /** Prints why it is not, and what can be read of it. Returns the exit code. */
    int printInvalid(Console console, String reason) {
        String said = algorithm().map(name -> " with algorithm " + name).orElse("")
                + part(PAYLOAD).map(claims -> " and claims " + claims).orElse("");
        console.err().println("error: " + (said.isEmpty() ? NO_TOKEN : "token" + said + " has error: " + reason));
        console.err().flush();
        return ExitCode.FAILED;
    }

    private Optional<String> algorithm() {
        try {
            return part(HEADER).flatMap(JsonText::parse).flatMap(GivenToken::algorithm);
        } catch (BadFileException e) {
            // Of a text that is no token nothing can be said.
            return Optional.empty();
        }
    }

    private static Optional<String> algorithm(FileValue header) {
        return header instanceof FileValue.Fields fields && fields.values().get("alg") instanceof FileValue.Scalar name
                ? Optional.of(name.text())
                : Optional.empty();
    }

    /** One of its parts, as text on one line; nobody has checked it. */
    private Optional<String> part(int index) {
        String[] parts = text.split("\\.");
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(parts[index]), StandardCharsets.UTF_8);
            return Optional.of(json.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
