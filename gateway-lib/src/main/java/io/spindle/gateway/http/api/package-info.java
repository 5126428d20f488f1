/** What back ends ask the gateway over HTTP: Centrifugo's server API. */
@NullMarked
package io.spindle.gateway.http.api;

import org.jspecify.annotations.NullMarked;
