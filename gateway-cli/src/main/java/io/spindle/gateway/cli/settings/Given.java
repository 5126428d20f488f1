package io.spindle.gateway.cli.settings;

/**
 * A text that somebody gave for a setting.
 *
 * @param name the flag or variable that it was given by; the setting's name for a default
 */
public record Given(String name, String text, boolean inFlag) {}
