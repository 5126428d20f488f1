/** The manners of the JVM that the launcher owns. */
@NullMarked
package io.spindle.gateway.cli.jvm;

import org.jspecify.annotations.NullMarked;
