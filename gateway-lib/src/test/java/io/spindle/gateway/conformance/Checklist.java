package io.spindle.gateway.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a server of the client protocol does, line by line: {@code checklist.txt}. */
final class Checklist {
    private Checklist() {}

    /**
     * One testable behaviour.
     *
     * @param subject what it belongs to
     */
    record Line(String subject, String id, String text) {}

    static List<Line> lines() {
        try (InputStream in = Checklist.class.getResourceAsStream("checklist.txt")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> parse(String text) {
        List<Line> lines = new ArrayList<>();
        String subject = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("# ")) {
                subject = line.substring(2);
            } else {
                int space = line.indexOf(' ');
                lines.add(new Line(subject, line.substring(0, space), line.substring(space + 1)));
            }
        }
        return lines;
    }
}
