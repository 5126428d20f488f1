package io.spindle.gateway.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The page that says feature by feature what is covered. */
final class ConformanceTable {
    private ConformanceTable() {}

    static String render(List<Checklist.Line> lines, Map<String, TreeSet<String>> proofs) {
        StringBuilder page = new StringBuilder("""
                # Conformance

                What a server of the Centrifuge client protocol does, line by line, and the tests that prove it. They run over
                real connections in every build. This page is generated from the checklist and the tests, and a test holds it
                up to date.
                """);
        String subject = "";
        for (Checklist.Line line : lines) {
            if (!line.subject().equals(subject)) {
                subject = line.subject();
                page.append("\n## ").append(subject).append("\n\n| | behaviour | tests |\n|---|---|---|\n");
            }
            page.append("| ")
                    .append(line.id())
                    .append(" | ")
                    .append(line.text().replace("|", "\\|"))
                    .append(" | ")
                    .append(String.join("<br>", proofs.getOrDefault(line.id(), new TreeSet<>())))
                    .append(" |\n");
        }
        return page.toString();
    }
}
