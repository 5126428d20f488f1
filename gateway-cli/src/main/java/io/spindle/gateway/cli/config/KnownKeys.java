package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Setting;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The keys that a configuration file may have, as a tree of them. */
final class KnownKeys {
    private final Map<String, KnownKeys> children = new TreeMap<>();

    /** Whether a value stands here, whose inside, if it has one, is not made of settings. */
    private boolean isValue;

    static KnownKeys of(Collection<Setting<?>> settings, Collection<EntryList> lists) {
        KnownKeys keys = new KnownKeys();
        settings.forEach(setting -> keys.at(setting.path()).isValue = true);
        for (EntryList list : lists) {
            keys.at(list.path()).children.putAll(of(list.settings(), list.lists()).children);
        }
        return keys;
    }

    private KnownKeys at(String path) {
        KnownKeys keys = this;
        for (String key : path.split("\\.")) {
            keys = keys.children.computeIfAbsent(key, fresh -> new KnownKeys());
        }
        return keys;
    }

    /** The keys that may stand here. */
    Collection<String> names() {
        return Collections.unmodifiableSet(children.keySet());
    }

    /**
     * Finds what is in a file and not here.
     *
     * @param unknown gets the path of each such key, and the keys among which it stands
     */
    void check(Fields fields, BiConsumer<String, KnownKeys> unknown) {
        check("", fields, unknown);
    }

    private void check(String path, Fields fields, BiConsumer<String, KnownKeys> unknown) {
        fields.values().forEach((key, value) -> {
            KnownKeys known = children.get(key);
            if (known == null) {
                unknown.accept(path + key, this);
            } else if (!known.isValue) {
                known.checkInside(path + key, value, unknown);
            }
        });
    }

    private void checkInside(String path, FileValue value, BiConsumer<String, KnownKeys> unknown) {
        if (value instanceof Fields inner) {
            check(path + '.', inner, unknown);
        } else if (value instanceof Items items) {
            List<FileValue> entries = items.values();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i) instanceof Fields entry) {
                    check(path + '[' + i + "].", entry, unknown);
                }
            }
        }
    }
}
