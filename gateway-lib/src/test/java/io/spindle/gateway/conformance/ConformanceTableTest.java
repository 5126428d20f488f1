package io.spindle.gateway.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The checklist, its tests and the table in the documentation agree. */
class ConformanceTableTest {
    private static final Path TABLE = Path.of("../docs/conformance.md");

    /** Lines that no test proves yet. A line that gets its test leaves this list. */
    private static final Set<String> WITHOUT_TEST = Set.of(
            // Presence that outlives a node needs a store outside of the nodes.
            "J8");

    @Test
    void everyOtherLineHasATest() {
        Map<String, TreeSet<String>> proofs = Proofs.byLine();

        assertEquals(
                List.of(),
                Checklist.lines().stream()
                        .map(Checklist.Line::id)
                        .filter(id -> !proofs.containsKey(id) && !WITHOUT_TEST.contains(id))
                        .toList());
    }

    @Test
    void noTestProvesALineThatIsNotThere() {
        TreeSet<String> named = new TreeSet<>(Proofs.byLine().keySet());
        Checklist.lines().forEach(line -> named.remove(line.id()));

        assertEquals(new TreeSet<>(), named);
    }

    /** To write the table anew: {@code mvn test -pl gateway-lib -am -Dtest=ConformanceTableTest -Dconformance.write=true}. */
    @Test
    void theTableIsUpToDate() throws IOException {
        String table = ConformanceTable.render(Checklist.lines(), Proofs.byLine());
        if (Boolean.getBoolean("conformance.write")) {
            Files.writeString(TABLE, table);
        }

        assertEquals(
                table,
                Files.readString(TABLE).lines().collect(Collectors.joining("\n", "", "\n")),
                "to write the table anew, add -Dconformance.write=true");
    }
}
