/** What clients ask for before they connect. */
@NullMarked
package io.spindle.gateway.http.init;

import org.jspecify.annotations.NullMarked;
