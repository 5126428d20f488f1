/** How many client connections there may be, of all kinds together. */
@NullMarked
package io.spindle.gateway.http.admission;

import org.jspecify.annotations.NullMarked;
