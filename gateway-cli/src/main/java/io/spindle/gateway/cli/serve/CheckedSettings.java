package io.spindle.gateway.cli.serve;

import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.List;

/**
 * The settings of a start, wherever they come from.
 *
 * @param faults what is wrong with them; the values are not to be used then
 * @param warnings what somebody should know, one a line
 * @param ofFile whether there is a configuration file
 */
record CheckedSettings(SettingValues values, List<Fault> faults, List<String> warnings, boolean ofFile) {}
