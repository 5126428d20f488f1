/**
 * Backends that decide over HTTP: Centrifugo's event proxies, as implementations of the API for authenticators, policies and
 * remote calls.
 *
 * @see <a href="https://centrifugal.dev/docs/server/proxy">Centrifugo: proxy events to the backend</a>
 */
@NullMarked
package io.spindle.gateway.proxy;

import org.jspecify.annotations.NullMarked;
