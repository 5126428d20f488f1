package io.spindle.gateway.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subscribers of one channel on this node, in slices, and the pushes that wait for them.
 *
 * <p>Subscribers are guarded by this object's monitor; a slice, once made, never changes, so that a fan-out goes on
 * undisturbed while clients come and go, and a change copies one slice, not the channel. The waiting pushes are guarded
 * by the monitor of the lane that the channel belongs to.
 */
final class ChannelSubscribers {
    /** Large enough that copying is rare next to delivering, small enough that other channels get their turn. */
    static final int SLICE = 1_024;

    private final Lane lane;
    private final List<Subscriber[]> slices = new ArrayList<>(1);
    private int size;

    /** No slice before this one has room. */
    private int firstWithRoom;

    /** Guarded by the lane: whether somebody is delivering, or the lane has it among those that are due. */
    boolean busy;

    /** Guarded by the lane: how many slices have got the first of the waiting pushes. */
    int slicesDone;

    private @Nullable ArrayDeque<Fanout> waiting;

    /** Set when the hub has forgotten this object; whoever still holds it must look the channel up again. */
    private boolean gone;

    ChannelSubscribers(Lane lane) {
        this.lane = lane;
    }

    /** What waits, in order; guarded by the lane. */
    ArrayDeque<Fanout> waiting() {
        if (waiting == null) {
            waiting = new ArrayDeque<>(4);
        }
        return waiting;
    }

    boolean hasWaiting() {
        return waiting != null;
    }

    void dropFirst() {
        waiting().remove();
        if (waiting().isEmpty()) {
            // An idle channel holds no queue.
            waiting = null;
        }
    }

    Lane lane() {
        return lane;
    }

    synchronized int size() {
        return size;
    }

    /** False if the channel was forgotten meanwhile. */
    synchronized boolean add(Subscriber subscriber) {
        if (gone) {
            return false;
        }
        int index = sliceWithRoom();
        if (index == slices.size()) {
            slices.add(new Subscriber[] {subscriber});
        } else {
            slices.set(index, with(slices.get(index), subscriber));
        }
        subscriber.slice = index;
        size++;
        return true;
    }

    private int sliceWithRoom() {
        int index = firstWithRoom;
        while (index < slices.size() && slices.get(index).length == SLICE) {
            index++;
        }
        firstWithRoom = index;
        return index;
    }

    /** True if it was the last one: the channel is gone then. */
    synchronized boolean remove(Subscriber subscriber) {
        int index = subscriber.slice;
        if (index < slices.size()) {
            Subscriber[] slice = slices.get(index);
            int at = indexOf(slice, subscriber);
            if (at >= 0) {
                // A slice keeps its place even when it is empty: a fan-out under way counts slices.
                slices.set(index, without(slice, at));
                firstWithRoom = Math.min(firstWithRoom, index);
                size--;
                dropEmptyTail();
            }
        }
        gone = size == 0;
        return gone;
    }

    private void dropEmptyTail() {
        while (slices.size() > 1 && slices.get(slices.size() - 1).length == 0) {
            slices.remove(slices.size() - 1);
        }
    }

    /** All subscribers, if they are few; they stand in one slice then, or there are none. */
    synchronized Subscriber @Nullable [] ifAtMost(int most) {
        return size <= most && slices.size() == 1 ? slices.get(0) : null;
    }

    /** The slice at an index, or null behind the last. */
    synchronized Subscriber @Nullable [] slice(int index) {
        return index < slices.size() ? slices.get(index) : null;
    }

    private static Subscriber[] with(Subscriber[] slice, Subscriber subscriber) {
        Subscriber[] more = Arrays.copyOf(slice, slice.length + 1);
        more[slice.length] = subscriber;
        return more;
    }

    private static Subscriber[] without(Subscriber[] slice, int at) {
        Subscriber[] fewer = new Subscriber[slice.length - 1];
        System.arraycopy(slice, 0, fewer, 0, at);
        System.arraycopy(slice, at + 1, fewer, at, fewer.length - at);
        return fewer;
    }

    private static int indexOf(Subscriber[] slice, Subscriber subscriber) {
        for (int i = 0; i < slice.length; i++) {
            if (slice[i] == subscriber) {
                return i;
            }
        }
        return -1;
    }
}
