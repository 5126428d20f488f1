package io.spindle.gateway.cli.settings;

/** The chapters of the settings, in the order of the usage text and of the reference. */
public enum Section {
    LISTENERS("Listeners"),
    ACCESS("Who may connect"),
    CHANNELS("Channels"),
    CONNECTIONS("Connections"),
    LIMITS("Limits"),
    REDIS("Redis"),
    PROCESS("The process");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
