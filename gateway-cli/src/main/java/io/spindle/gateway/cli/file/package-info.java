/** Configuration files of all formats, as one kind of tree. */
@NullMarked
package io.spindle.gateway.cli.file;

import org.jspecify.annotations.NullMarked;
