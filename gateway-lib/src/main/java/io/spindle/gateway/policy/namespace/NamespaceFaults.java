package io.spindle.gateway.policy.namespace;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.RecoveryMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with namespaces, collected so that all faults are reported together. Not thread-safe. */
final class NamespaceFaults {
    private static final Pattern NAME = Pattern.compile("[-a-zA-Z0-9_.]{2,}");

    private final List<String> found = new ArrayList<>();

    void add(String fault) {
        found.add(fault);
    }

    void notEmpty(String option, String value) {
        if (value.isEmpty()) {
            add(option + ": empty (expected: one character or more)");
        }
    }

    void maxLength(int bytes) {
        if (bytes == 0) {
            add("max_length: 0 (expected: 1 or more, or a negative number for no limit)");
        }
    }

    void defaultMetaTtl(Duration ttl) {
        if (ttl.isNegative() || ttl.isZero()) {
            add("history_meta_ttl: " + text(ttl) + " (expected: more than 0)");
        }
        wholeSeconds("history_meta_ttl", ttl);
    }

    void name(String name) {
        if (!NAME.matches(name)) {
            add("namespaces: \"" + name + "\" (expected: two characters or more of A-Z a-z 0-9 - _ .)");
        }
    }

    void repeated(String name) {
        add("namespaces: \"" + name + "\" twice (expected: each name once)");
    }

    /**
     * The options of one namespace.
     *
     * @param path where they stand
     */
    void options(String path, NamespaceOptions options, Duration defaultMetaTtl) {
        history(path + ".", options.history(), defaultMetaTtl);
        recovery(path + ".", options);
        options.content().channelRegex().ifPresent(regex -> regex(path + ".", regex));
        try {
            ChannelOptions.BROADCAST.withWorkerPool(options.workers().pool());
        } catch (IllegalArgumentException wrong) {
            add(path + "." + wrong.getMessage());
        }
    }

    private void history(String path, HistoryRules history, Duration defaultMetaTtl) {
        Duration ttl = history.ttl();
        Duration metaTtl = history.metaTtl().orElse(defaultMetaTtl);
        if (history.size() < 0) {
            add(path + "history_size: " + history.size() + " (expected: 0 or more)");
        }
        if (ttl.isNegative()) {
            add(path + "history_ttl: " + text(ttl) + " (expected: 0 or more)");
        }
        if (history.size() > 0 && ttl.isZero()) {
            add(path + "history_ttl: not set (expected: more than 0, as history_size is " + history.size() + ")");
        }
        if (history.size() == 0 && ttl.compareTo(Duration.ZERO) > 0) {
            add(path + "history_size: not set (expected: 1 or more, as history_ttl is " + text(ttl) + ")");
        }
        wholeSeconds(path + "history_ttl", ttl);
        history.metaTtl().ifPresent(own -> wholeSeconds(path + "history_meta_ttl", own));
        if (ttl.compareTo(metaTtl) > 0) {
            add(path + "history_ttl: " + text(ttl) + " (expected: not more than history_meta_ttl, which is "
                    + text(metaTtl) + ")");
        }
    }

    private void recovery(String path, NamespaceOptions options) {
        RecoveryRules recovery = options.recovery();
        if (recovery.forceRecovery() && !options.history().isKept()) {
            add(path + "force_recovery: true (expected: history_size and history_ttl with it)");
        }
        if (recovery.autoCacheRecover() && !(recovery.forceRecovery() && recovery.mode() == RecoveryMode.CACHE)) {
            add(path + "auto_cache_recover: true (expected: force_recovery, and force_recovery_mode cache, with it)");
        }
    }

    private void regex(String path, String regex) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException malformed) {
            add(path + "channel_regex: \"" + regex + "\" (expected: RE2 syntax; " + malformed.getDescription() + ")");
        }
    }

    private void wholeSeconds(String option, Duration duration) {
        if (duration.toNanosPart() != 0) {
            add(option + ": " + text(duration) + " (expected: whole seconds)");
        }
    }

    private static String text(Duration duration) {
        return duration.toNanosPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    /** Throws if something was found. */
    void report() {
        if (!found.isEmpty()) {
            throw new NamespacesException(found);
        }
    }
}
