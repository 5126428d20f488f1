package io.spindle.gateway.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference is made of the table. To renew it: run this test with {@code -Dspindle.docs.write=true}. */
class SettingsReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String BEGIN = "<!-- settings: begin, made from the source -->\n";
    private static final String END = "<!-- settings: end -->";

    @Test
    void theReferencePageIsWhatTheSourceSays() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if (Boolean.getBoolean("spindle.docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + SettingsReference.markdown() + page.substring(to));
        } else {
            assertEquals(SettingsReference.markdown(), page.substring(from, to));
        }
    }
}
