package io.spindle.gateway.http;

import org.eclipse.jetty.server.Request;

/**
 * What answers a path.
 *
 * @param pattern the path, or its pattern: a label of metrics, so never a path with a channel in it
 * @param measured whether its requests are counted and timed
 */
record Route(String pattern, Request.Handler handler, boolean measured) {}
