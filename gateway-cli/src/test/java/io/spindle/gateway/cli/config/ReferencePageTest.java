package io.spindle.gateway.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.cli.config.reference.ConfigReference;
import io.spindle.gateway.cli.settings.SettingsReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference is made of the tables. To renew it: run this test with {@code -Dspindle.docs.write=true}. */
class ReferencePageTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    @Test
    void settingsOfEveryStartAreWhatTheSourceSays() throws IOException {
        compare("settings", SettingsReference.markdown());
    }

    @Test
    void optionsOfFilesAreWhatTheSourceSays() throws IOException {
        compare("file options", ConfigReference.markdown());
    }

    private static void compare(String part, String expected) throws IOException {
        String begin = "<!-- " + part + ": begin, made from the source -->\n";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- " + part + ": end -->");
        if (Boolean.getBoolean("spindle.docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + expected + page.substring(to));
        } else {
            assertEquals(expected, page.substring(from, to));
        }
    }
}
