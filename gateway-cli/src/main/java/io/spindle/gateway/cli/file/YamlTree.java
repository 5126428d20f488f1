package io.spindle.gateway.cli.file;

import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.file.FileValue.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The tree of a YAML document. Used once, by one thread. */
final class YamlTree {
    private static final String MERGE = "<<";
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    /** Aliases of aliases would make a small file a large tree. */
    private static final int MAX_VALUES = 100_000;

    private int values;

    /** Empty for null. */
    Optional<FileValue> of(Node node) {
        if (++values > MAX_VALUES) {
            throw new BadFileException("more than " + MAX_VALUES + " values, with what its aliases repeat");
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(fields(mapping));
        }
        if (node instanceof SequenceNode sequence) {
            List<FileValue> items = new ArrayList<>();
            sequence.getValue().forEach(each -> of(each).ifPresent(items::add));
            return Optional.of(new Items(items));
        }
        return scalar((ScalarNode) node);
    }

    private static Optional<FileValue> scalar(ScalarNode node) {
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        String text = node.getValue();
        if (plain && NULLS.contains(text)) {
            return Optional.empty();
        }
        return Optional.of(new Scalar(text, plain && NUMBER.matcher(text).matches()));
    }

    /** What is merged in stands behind: the object's own keys win. */
    private FileValue fields(MappingNode mapping) {
        FieldsBuilder fields = new FieldsBuilder(FieldsBuilder.Keys.NAMES);
        Set<String> keys = new HashSet<>();
        List<Node> merged = new ArrayList<>();
        for (NodeTuple pair : mapping.getValue()) {
            String key = key(pair.getKeyNode());
            if (key.equals(MERGE)) {
                merged.add(pair.getValueNode());
            } else {
                of(pair.getValueNode()).ifPresent(value -> fields.put(key, value));
                keys.add(key);
            }
        }
        merged.forEach(each -> merge(each, fields, keys));
        return fields.build();
    }

    private void merge(Node node, FieldsBuilder fields, Set<String> keys) {
        if (node instanceof SequenceNode several) {
            several.getValue().forEach(each -> merge(each, fields, keys));
        } else if (of(node).orElse(Fields.NONE) instanceof Fields more) {
            more.values().forEach((key, value) -> {
                if (keys.add(key)) {
                    fields.put(key, value);
                }
            });
        } else {
            throw new BadFileException(
                    "line " + (node.getStartMark().getLine() + 1) + ": " + MERGE + " needs an object, or several");
        }
    }

    private static String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new BadFileException("line " + (node.getStartMark().getLine() + 1) + ": a key that is no text");
    }
}
