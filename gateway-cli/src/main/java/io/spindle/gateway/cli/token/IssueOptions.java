package io.spindle.gateway.cli.token;

import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.settings.GoDuration;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What is asked for of a new token, and how it is printed: the same for tokens of both kinds. */
final class IssueOptions {
    private static final String USER = "--user";
    private static final String TTL = "--ttl";
    private static final String QUIET = "--quiet";
    private static final long DEFAULT_TTL_SECONDS = Duration.ofDays(7).toSeconds();
    private static final long FOR_EVER = -1;
    private static final long MAX_TTL_SECONDS = Duration.ofDays(36_500).toSeconds();

    private final ParseResult given;

    IssueOptions(CommandSpec spec) {
        this.given = spec.commandLine().getParseResult();
    }

    static void add(CommandSpec spec) {
        spec.addOption(option("-u", USER, String.class, "<user>", "User of the token (sub); none: anonymous."));
        spec.addOption(option(
                "-t", TTL, Long.class, "<seconds>", "Life of the token, 604800 if not given; -1: it never expires."));
        spec.addOption(OptionSpec.builder("-q", QUIET)
                .description("Print the token only, without a line end.")
                .build());
    }

    static OptionSpec option(String letter, String name, Class<?> type, String label, String description) {
        return OptionSpec.builder(letter, name)
                .type(type)
                .paramLabel(label)
                .description(description)
                .build();
    }

    String user() {
        return given.matchedOptionValue(USER, "");
    }

    /** As in Centrifugo, also 0 makes a token that never expires. */
    Optional<Duration> timeToLive() {
        long seconds = given.matchedOptionValue(TTL, DEFAULT_TTL_SECONDS);
        if (seconds < FOR_EVER || seconds > MAX_TTL_SECONDS) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    TTL + ": " + seconds + " (expected: seconds, at most " + MAX_TTL_SECONDS + "; or -1)");
        }
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    /** @param extent what the token is for beside the user; empty, or text that begins with a space */
    void print(Console console, String token, String extent) {
        if (given.hasMatchedOption(QUIET)) {
            console.out().print(token);
        } else {
            String life = timeToLive()
                    .map(ttl -> "with expiration TTL " + GoDuration.format(ttl))
                    .orElse("without expiration");
            String holder = user().isEmpty() ? "anonymous user" : "user \"" + user() + "\"";
            console.out().println("HMAC SHA-256 JWT for " + holder + extent + " " + life + ":");
            console.out().println(token);
        }
        console.out().flush();
    }
}
