package io.spindle.gateway.cli.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings that stand together in a configuration file, declared once for every place where such a block may be. A
 * subclass declares its settings as fields; they are listed in the order of declaration.
 */
public abstract class SettingBlock {
    private final Section section;
    private final String prefix;
    private final List<Setting<?>> settings = new ArrayList<>();
    private final List<EntryList> lists = new ArrayList<>();

    /** @param path where the block stands; empty for an entry of a list, and for the root */
    protected SettingBlock(Section section, String path) {
        this.section = section;
        this.prefix = path.isEmpty() ? "" : path + '.';
    }

    /** The chapter that the block belongs to. */
    public final Section section() {
        return section;
    }

    public final List<Setting<?>> settings() {
        return List.copyOf(settings);
    }

    public final List<EntryList> lists() {
        return List.copyOf(lists);
    }

    /** Where something of this block stands. */
    protected final String path(String key) {
        return prefix + key;
    }

    /** An option of Centrifugo's. */
    protected final <T> Setting<T> option(String key, Kind<T> kind, String defaultText, String comment) {
        return add(Setting.inFile(
                section,
                Setting.Origin.CENTRIFUGO_OPTION,
                prefix + key,
                kind,
                Optional.of(defaultText).filter(text -> !text.isEmpty()),
                comment));
    }

    /** An option of Centrifugo's without a default. */
    protected final <T> Setting<T> option(String key, Kind<T> kind, String comment) {
        return option(key, kind, "", comment);
    }

    /** An option of Centrifugo's that is off by default. */
    protected final Setting<Boolean> onOff(String key, String comment) {
        return option(key, Kinds.yesOrNo(), "false", comment);
    }

    protected final Setting<Duration> duration(String key, Duration least, Duration most, String text, String comment) {
        return option(key, Kinds.duration(least, most), text, comment);
    }

    /** A number of 0 or more, 0 by default. */
    protected final Setting<Integer> count(String key, String comment) {
        return option(key, Kinds.count(0, Integer.MAX_VALUE), "0", comment);
    }

    /** A setting that Centrifugo has not. */
    protected final <T> Setting<T> own(String key, Kind<T> kind, Optional<String> defaultText, String comment) {
        return add(Setting.inFile(section, Setting.Origin.OURS, prefix + key, kind, defaultText, comment));
    }

    /** A switch of Centrifugo's for something that the gateway has not. */
    protected final Setting<Boolean> lacking(String key, String effect) {
        return add(Setting.inFile(
                        section,
                        Setting.Origin.CENTRIFUGO_OPTION,
                        prefix + key,
                        Kinds.yesOrNo(),
                        Optional.of("false"),
                        "Not supported: " + effect + ".")
                .lacking(effect));
    }

    /** An option of Centrifugo's for something that the gateway has not; any value of it would do that. */
    protected final <T> Setting<T> lacking(String key, Kind<T> kind, String effect) {
        return add(Setting.inFile(
                        section,
                        Setting.Origin.CENTRIFUGO_OPTION,
                        prefix + key,
                        kind,
                        Optional.empty(),
                        "Not supported: " + effect + ".")
                .lacking(effect));
    }

    /** Options of Centrifugo's that are accepted and do nothing: what they belong to is off, or needs nothing from them. */
    protected final void ignored(String... keys) {
        for (String key : keys) {
            option(key, Kinds.anything(), "Accepted without effect.");
        }
    }

    /** A setting of the table for a start without a file, or the like of it at the place of this block. */
    protected final <T> Setting<T> like(Setting<T> original) {
        String key = original.path().substring(original.path().lastIndexOf('.') + 1);
        if (original.path().equals(prefix + key)) {
            return original;
        }
        Setting.Origin origin =
                original.name().startsWith(Setting.SPINDLE) ? Setting.Origin.OURS : Setting.Origin.CENTRIFUGO_OPTION;
        return add(Setting.inFile(
                section, origin, prefix + key, original.kind(), original.defaultText(), original.comment()));
    }

    /** A block within this one. */
    protected final <B extends SettingBlock> B within(B inner) {
        settings.addAll(inner.settings());
        lists.addAll(inner.lists());
        return inner;
    }

    /** A list whose entries are such blocks, and have no names. */
    protected final EntryList entries(String key, SettingBlock entry, String comment) {
        return list(key, Optional.empty(), entry, comment);
    }

    /** A list whose entries are such blocks and have names. */
    protected final EntryList named(String key, Setting<String> name, SettingBlock entry, String comment) {
        return list(key, Optional.of(name), entry, comment);
    }

    private EntryList list(String key, Optional<Setting<String>> name, SettingBlock entry, String comment) {
        EntryList list = new EntryList(section, prefix + key, name, entry.settings(), entry.lists(), comment);
        lists.add(list);
        return list;
    }

    private <T> Setting<T> add(Setting<T> setting) {
        settings.add(setting);
        return setting;
    }
}
