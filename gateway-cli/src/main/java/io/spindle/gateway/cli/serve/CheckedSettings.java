package io.spindle.gateway.cli.serve;

import io.spindle.gateway.cli.assembly.FileChoices;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a start, wherever they come from.
 *
 * @param faults what is wrong with them; the values are not to be used then
 * @param warnings what somebody should know, one a line
 * @param choices what follows from the configuration file, if there is one
 */
record CheckedSettings(
        SettingValues values, List<Fault> faults, List<String> warnings, Optional<FileChoices> choices) {}
