package io.spindle.gateway.cli.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A token on the command line. */
record GivenToken(String text) {
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

    /** What it says, as JSON on one line; nobody has checked it. */
    String payload() {
        String[] parts = text.split("\\.");
        if (parts.length < 2) {
            return "";
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return json.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
