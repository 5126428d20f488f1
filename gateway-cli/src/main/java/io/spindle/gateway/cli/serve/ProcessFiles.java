package io.spindle.gateway.cli.serve;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.NodeOptions;
import io.spindle.gateway.cli.logging.LogOutput;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that a process has for whoever runs it: its log, and its id. Stateless beside the settings. */
final class ProcessFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessFiles.class);

    private static final NodeOptions OPTIONS = ConfigOptions.ROOT.node;
    private static final String WRITABLE = "a file that can be written";

    private final SettingValues values;

    ProcessFiles(SettingValues values) {
        this.values = values;
    }

    /** Has the log go where the settings say. Returns what is wrong with that place, if something is. */
    Optional<Fault> openLog() {
        return with(OPTIONS.logFile, LogOutput::append);
    }

    /** Says which process this is, to be read by its user alone. Returns what is wrong with that file, if something is. */
    Optional<Fault> writeId() {
        return with(OPTIONS.pidFile, file -> {
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, ProcessHandle.current().pid() + "\n");
        });
    }

    /** The process ends. */
    void deleteId() {
        values.find(OPTIONS.pidFile).map(Path::of).ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("Could not delete {}: {}", OPTIONS.pidFile.path(), file, e);
            }
        });
    }

    private interface Use {
        void file(Path file) throws IOException;
    }

    private Optional<Fault> with(Setting<String> setting, Use use) {
        Optional<String> file = values.find(setting);
        if (file.isPresent()) {
            try {
                use.file(Path.of(file.get()));
            } catch (IOException e) {
                LOG.debug("A file can't be used", e);
                return Optional.of(values.fault(setting, WRITABLE));
            }
        }
        return Optional.empty();
    }
}
