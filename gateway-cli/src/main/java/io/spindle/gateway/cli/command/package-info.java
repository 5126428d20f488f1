/** What all commands share: the console, exit codes, flags made of settings. */
@NullMarked
package io.spindle.gateway.cli.command;

import org.jspecify.annotations.NullMarked;
