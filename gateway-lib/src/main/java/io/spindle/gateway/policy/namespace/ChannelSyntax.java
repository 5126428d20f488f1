package io.spindle.gateway.policy.namespace;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How channel names are read: {@code chat:room#42,43} belongs to the namespace {@code chat}, and, where that has
 * user-limited channels, to the users 42 and 43.
 *
 * @param privatePrefix channels that begin with it need a subscription token
 * @param namespaceBoundary ends the namespace's name, where it stands first
 * @param userBoundary begins the list of users, where it stands last
 * @param userSeparator stands between users
 * @param maxLength the longest name to subscribe to, in bytes of UTF-8; negative: no limit
 */
record ChannelSyntax(
        String privatePrefix, String namespaceBoundary, String userBoundary, String userSeparator, int maxLength) {
    static final ChannelSyntax DEFAULTS = new ChannelSyntax("$", ":", "#", ",", 255);

    ChannelSyntax {
        Objects.requireNonNull(privatePrefix, "privatePrefix");
        Objects.requireNonNull(namespaceBoundary, "namespaceBoundary");
        Objects.requireNonNull(userBoundary, "userBoundary");
        Objects.requireNonNull(userSeparator, "userSeparator");
    }

    boolean isPrivate(String channel) {
        return channel.startsWith(privatePrefix);
    }

    boolean isTooLong(String channel) {
        return maxLength >= 0
                && (channel.length() > maxLength
                        // No char takes more than three bytes: short names need no encoding.
                        || (channel.length() * 3L > maxLength
                                && channel.getBytes(StandardCharsets.UTF_8).length > maxLength));
    }

    boolean isUserLimited(String channel) {
        return channel.contains(userBoundary);
    }

    /** Whether a user stands in the list of a user-limited channel. An empty entry stands for anonymous clients. */
    boolean lists(String channel, String user) {
        int start = channel.lastIndexOf(userBoundary) + userBoundary.length();
        for (int end = channel.indexOf(userSeparator, start); end >= 0; end = channel.indexOf(userSeparator, start)) {
            if (isEntry(channel, start, end, user)) {
                return true;
            }
            start = end + userSeparator.length();
        }
        return isEntry(channel, start, channel.length(), user);
    }

    private static boolean isEntry(String channel, int start, int end, String user) {
        return end - start == user.length() && channel.startsWith(user, start);
    }

    /** The channel of one user alone. */
    String personal(String namespace, String user) {
        return (namespace.isEmpty() ? "" : namespace + namespaceBoundary) + userBoundary + user;
    }
}
