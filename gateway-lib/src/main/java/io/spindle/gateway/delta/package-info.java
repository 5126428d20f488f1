/** Publications as differences to the ones before them, in Fossil's delta format. */
@NullMarked
package io.spindle.gateway.delta;

import org.jspecify.annotations.NullMarked;
