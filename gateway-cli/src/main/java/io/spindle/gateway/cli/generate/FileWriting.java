package io.spindle.gateway.cli.generate;

import io.spindle.gateway.cli.file.FileFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An outline as a text of a format; comments are there where the format has some. */
final class FileWriting {
    private static final String INDENT = "  ";

    private FileWriting() {}

    static String of(Outline outline, FileFormat format) {
        return switch (format) {
            case JSON -> json(outline, "") + "\n";
            case YAML -> yaml(outline, "");
            case TOML -> toml(outline, "");
        };
    }

    private static String json(Outline outline, String indent) {
        List<String> members = new ArrayList<>();
        String inner = indent + INDENT;
        outline.entries()
                .forEach((key, entry) ->
                        members.add(inner + Literal.quoted(key) + ": " + Literal.of(entry.value(), ": ")));
        outline.objects()
                .forEach((key, object) -> members.add(inner + Literal.quoted(key) + ": " + json(object, inner)));
        return members.isEmpty() ? "{}" : "{\n" + String.join(",\n", members) + "\n" + indent + "}";
    }

    private static String yaml(Outline outline, String indent) {
        StringBuilder text = new StringBuilder();
        outline.entries().forEach((key, entry) -> {
            comment(text, indent, entry.comment());
            text.append(indent)
                    .append(key)
                    .append(": ")
                    .append(Literal.of(entry.value(), ": "))
                    .append('\n');
        });
        outline.objects()
                .forEach((key, object) ->
                        text.append(indent).append(key).append(":\n").append(yaml(object, indent + INDENT)));
        return text.toString();
    }

    private static String toml(Outline outline, String path) {
        StringBuilder text = new StringBuilder();
        Map<String, Outline.Entry> entries = outline.entries();
        if (!entries.isEmpty() && !path.isEmpty()) {
            text.append('[').append(path).append("]\n");
        }
        entries.forEach((key, entry) -> {
            comment(text, "", entry.comment());
            text.append(key)
                    .append(" = ")
                    .append(Literal.of(entry.value(), " = "))
                    .append('\n');
        });
        if (!entries.isEmpty()) {
            text.append('\n');
        }
        outline.objects().forEach((key, object) -> text.append(toml(object, path.isEmpty() ? key : path + '.' + key)));
        return text.toString();
    }

    private static void comment(StringBuilder text, String indent, String comment) {
        if (!comment.isEmpty()) {
            text.append(indent).append("# ").append(comment).append('\n');
        }
    }
}
