package io.spindle.gateway.transport.redis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into payloads as a worker would. */
final class EventJson {
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");

    private EventJson() {}

    static List<String> ids(List<String> payloads) {
        return payloads.stream().map(EventJson::id).toList();
    }

    private static String id(String payload) {
        Matcher matcher = ID.matcher(payload);
        if (!matcher.find()) {
            throw new AssertionError("no id in " + payload);
        }
        return matcher.group(1);
    }
}
