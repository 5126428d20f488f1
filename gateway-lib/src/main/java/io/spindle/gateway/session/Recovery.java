package io.spindle.gateway.session;

import io.spindle.gateway.api.channel.RecoveryMode;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.filter.TagsFilter;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.Optional;

/**
 * What a subscription reads of its channel's stream when it begins, and what that means for a client that was away. Pure
 * rules, without state.
 *
 * @see <a href="https://centrifugal.dev/docs/server/history_and_recovery">History and recovery</a>
 */
final class Recovery {
    private Recovery() {}

    /**
     * The outcome.
     *
     * @param recovered whether the client misses nothing
     * @param publications what it missed and wants, ascending; empty if it is not recovered
     */
    record Outcome(boolean recovered, List<Publication> publications) {
        static final Outcome LOST = new Outcome(false, List.of());
    }

    /**
     * What to read.
     *
     * @param limit most publications that are recovered; 0 for all
     */
    static HistoryQuery query(SubscribeRequest request, int limit) {
        Optional<StreamPosition> from = request.recovering();
        if (!request.recoverable() || from.isEmpty()) {
            return HistoryQuery.POSITION;
        }
        int most = limit == 0 ? -1 : limit;
        if (request.options().recovery().mode() == RecoveryMode.CACHE) {
            return HistoryQuery.latest(request.filter().isPresent() ? most : 1);
        }
        return HistoryQuery.after(from.get().offset(), most);
    }

    static Outcome outcome(SubscribeRequest request, HistoryPage page) {
        Optional<StreamPosition> from = request.recovering();
        if (!request.recoverable() || from.isEmpty()) {
            return Outcome.LOST;
        }
        return request.options().recovery().mode() == RecoveryMode.CACHE
                ? latest(from.get(), page, request.filter())
                : missed(from.get(), page, request.filter());
    }

    private static Outcome missed(StreamPosition from, HistoryPage page, Optional<TagsFilter> filter) {
        StreamPosition top = page.top();
        if (!from.epoch().isEmpty() && !from.epoch().equals(top.epoch())) {
            return Outcome.LOST;
        }
        List<Publication> publications = page.publications();
        if (publications.isEmpty()) {
            return from.offset() == top.offset() ? new Outcome(true, List.of()) : Outcome.LOST;
        }
        long first = publications.get(0).offset();
        long last = publications.get(publications.size() - 1).offset();
        if (first != from.offset() + 1 || last != top.offset()) {
            return Outcome.LOST;
        }
        return new Outcome(true, wanted(publications, filter));
    }

    private static Outcome latest(StreamPosition from, HistoryPage page, Optional<TagsFilter> filter) {
        if (from.offset() != 0 && from.equals(page.top())) {
            return new Outcome(true, List.of());
        }
        List<Publication> newest = wanted(page.publications(), filter);
        return newest.isEmpty() ? Outcome.LOST : new Outcome(true, newest.subList(0, 1));
    }

    private static List<Publication> wanted(List<Publication> publications, Optional<TagsFilter> filter) {
        return filter.isEmpty()
                ? publications
                : publications.stream()
                        .filter(publication -> filter.get().matches(publication.tags()))
                        .toList();
    }
}
