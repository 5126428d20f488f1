package io.spindle.gateway.cli.settings;

/**
 * What is wrong with a setting, as one line that says how to mend it.
 *
 * @param setting the setting's own name, whichever name was used
 * @param inFlag whether it was given on the command line, so that the call is wrong and not its surroundings
 */
public record Fault(String setting, String line, boolean inFlag) {

    /** A value that is not allowed, by itself or beside the others. */
    public static Fault badValue(Setting<?> setting, Given given, String expected) {
        String shown = setting.kind().disclosure().show(given.text());
        return new Fault(setting.name(), line(given.name(), shown, expected), given.inFlag());
    }

    /** A setting without a value that must have one. */
    public static Fault missing(Setting<?> setting, String wayOut) {
        return new Fault(setting.name(), line(setting.name(), "not set", wayOut), false);
    }

    /** A setting without a value that must have one, where it stands in a file. */
    public static Fault missingAt(String path, String wayOut) {
        return at(path, "not set", wayOut);
    }

    /** Something wrong at a path or a variable. */
    public static Fault at(String name, String what, String expected) {
        return new Fault(name, line(name, what, expected), false);
    }

    static Fault badFile(Setting<?> setting, Given file, String expected) {
        String shown = Disclosure.FULL.show(file.text());
        return new Fault(setting.name(), line(file.name(), shown, expected), file.inFlag());
    }

    private static String line(String name, String shown, String expected) {
        return name + ": " + shown + " (expected: " + expected + ")";
    }
}
