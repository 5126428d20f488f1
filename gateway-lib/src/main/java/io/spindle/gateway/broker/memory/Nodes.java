package io.spindle.gateway.broker.memory;

import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.broker.NodeState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nodes that are there. Thread-safe; listeners are called without a lock. */
final class Nodes {
    private static final Logger log = LoggerFactory.getLogger(Nodes.class);

    private final List<Node> nodes = new CopyOnWriteArrayList<>();

    synchronized void add(Node node) {
        if (nodes.stream().anyMatch(other -> other.id().equals(node.id()))) {
            throw new IllegalStateException(
                    "node " + node.id() + ": there is one already (expected: an id of its own)");
        }
        nodes.add(node);
    }

    void remove(Node node) {
        nodes.removeIf(other -> other.id().equals(node.id()));
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** Brings something of a channel to all nodes. */
    void bring(String channel, Given given) {
        for (Node node : nodes) {
            call(node, () -> given.to(channel, node.listener()));
        }
    }

    void control(ControlMessage message) {
        for (Node node : nodes) {
            call(node, () -> node.listener().onControl(message));
        }
    }

    /** Returns whether there is such a node. */
    boolean control(String id, ControlMessage message) {
        for (Node node : nodes) {
            if (node.id().equals(id)) {
                call(node, () -> node.listener().onControl(message));
                return true;
            }
        }
        return false;
    }

    List<NodeState> states() {
        return nodes.stream().map(node -> node.listener().state()).toList();
    }

    private static void call(Node node, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            // One node's fault must keep nothing from the others, nor what comes next from itself.
            log.error("A node failed to take a message: node={}", node.id(), e);
        }
    }
}
