package io.spindle.gateway.cli.file;

import java.util.Locale;
import java.util.Optional;

/** The formats of configuration files, told apart by the ending of the name alone. */
public enum FileFormat {
    JSON {
        @Override
        Optional<FileValue> parse(String text) {
            return JsonText.parse(text);
        }
    },
    YAML {
        @Override
        Optional<FileValue> parse(String text) {
            return YamlText.parse(text);
        }
    },
    TOML {
        @Override
        Optional<FileValue> parse(String text) {
            return TomlText.parse(text);
        }
    };

    abstract Optional<FileValue> parse(String text);

    /** @throws BadFileException if the ending is none of ours */
    public static FileFormat of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = lower.substring(lower.lastIndexOf('.') + 1);
        return switch (ending) {
            case "json" -> JSON;
            case "yaml", "yml" -> YAML;
            case "toml" -> TOML;
            default ->
                throw new BadFileException(name + ": a file whose format is not known by its ending"
                        + " (expected: a name that ends in .json, .yaml, .yml or .toml)");
        };
    }
}
