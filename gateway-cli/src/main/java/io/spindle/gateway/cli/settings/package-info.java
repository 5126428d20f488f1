/** The table of settings, and how flags and environment become values. */
@NullMarked
package io.spindle.gateway.cli.settings;

import org.jspecify.annotations.NullMarked;
