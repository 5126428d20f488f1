package io.spindle.gateway.cli.file;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** YAML, with anchors and merge keys. Words stay words: {@code yes} is a text, not {@code true}. */
final class YamlText {
    private YamlText() {}

    /** @throws BadFileException if it is no YAML, or more than one document */
    static Optional<FileValue> parse(String text) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            return root == null ? Optional.empty() : new YamlTree().of(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BadFileException("line " + line + ": not YAML", e);
        } catch (YAMLException e) {
            throw new BadFileException("not YAML", e);
        }
    }
}
