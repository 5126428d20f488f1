/** What the gateway counts and times; names, labels and buckets are a contract with existing dashboards. */
@NullMarked
package io.spindle.gateway.metrics;

import org.jspecify.annotations.NullMarked;
