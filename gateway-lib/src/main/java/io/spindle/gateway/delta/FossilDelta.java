package io.spindle.gateway.delta;

import java.util.Arrays;

/**
 * Makes patches that turn a source into a target: what the target has in common with blocks of the source is copied, the
 * rest stands in the patch. The time is linear in the sizes, whatever the bytes: few candidates are looked at for each
 * place, and what a long match cost to find lies behind it.
 *
 * <p>Confined to the call that makes the patch.
 *
 * @see <a href="https://fossil-scm.org/home/doc/trunk/www/delta_format.wiki">Fossil's delta format</a>
 */
final class FossilDelta {
    private static final int MAX_CANDIDATES = 64; // blocks looked at for one place of the target

    private final byte[] source;
    private final byte[] target;
    private final boolean text;
    private final PatchWriter out;

    private int done; // what the commands so far produce of the target

    // The best match for the current place.
    private int matchFrom; // in the source
    private int matchStart; // in the target
    private int matchEnd;

    private FossilDelta(byte[] source, byte[] target, boolean text) {
        this.source = source;
        this.target = target;
        this.text = text;
        this.out = new PatchWriter(target);
    }

    /** A patch for any bytes. */
    static byte[] ofBytes(byte[] source, byte[] target) {
        return new FossilDelta(source, target, false).patch();
    }

    /** A patch that is valid UTF-8, as are the source and the target: it holds whole characters of the target only. */
    static byte[] ofText(byte[] source, byte[] target) {
        return new FossilDelta(source, target, true).patch();
    }

    private byte[] patch() {
        if (source.length <= BlockIndex.BLOCK) {
            out.literal(0, target.length);
        } else {
            commands();
        }
        return out.finish();
    }

    private void commands() {
        BlockIndex index = new BlockIndex(source);
        int last = target.length - BlockIndex.BLOCK; // where the last window begins
        int at = 0;
        int hash = last >= 0 ? RollingHash.of(target, 0) : 0;
        while (at <= last) {
            if (findMatch(index, at, hash)) {
                takeMatch();
                at = done;
                hash = at <= last ? RollingHash.of(target, at) : 0;
            } else {
                hash = at < last ? RollingHash.next(hash, target, at) : 0;
                at++;
            }
        }
        if (done < target.length) {
            out.literal(done, target.length);
        }
    }

    /** Looks for the longest match around a window of the target. */
    private boolean findMatch(BlockIndex index, int at, int hash) {
        matchStart = at;
        matchEnd = at;
        int block = index.newest(hash);
        for (int left = MAX_CANDIDATES; block != BlockIndex.NONE && left > 0 && !isWhole(); left--) {
            tryMatch(block * BlockIndex.BLOCK, at);
            block = index.older(block);
        }
        return matchEnd > matchStart;
    }

    /** Whether nothing can be better than the match. */
    private boolean isWhole() {
        return matchStart == done && matchEnd == target.length;
    }

    private void tryMatch(int from, int at) {
        int ahead = equalAhead(from, at);
        if (ahead < BlockIndex.BLOCK) {
            return; // only the hashes are equal
        }
        int behind = equalBehind(from, at);
        int start = at - behind;
        int end = at + ahead;
        if (text) {
            while (isInsideCharacter(start)) {
                start++;
            }
            while (isInsideCharacter(end)) {
                end--;
            }
        }
        int length = end - start;
        int copied = from + start - at;
        if (length > matchEnd - matchStart && length > PatchWriter.copySize(start - done, copied, length)) {
            matchFrom = copied;
            matchStart = start;
            matchEnd = end;
        }
    }

    private int equalAhead(int from, int at) {
        int most = Math.min(source.length - from, target.length - at);
        int different = Arrays.mismatch(source, from, from + most, target, at, at + most);
        return different < 0 ? most : different;
    }

    /** Not further than to where the commands so far have come. */
    private int equalBehind(int from, int at) {
        int most = Math.min(from, at - done);
        int equal = 0;
        while (equal < most && source[from - equal - 1] == target[at - equal - 1]) {
            equal++;
        }
        return equal;
    }

    private boolean isInsideCharacter(int at) {
        return at < target.length && Utf8.isContinuation(target[at]);
    }

    private void takeMatch() {
        if (matchStart > done) {
            out.literal(done, matchStart);
        }
        out.copy(matchFrom, matchEnd - matchStart);
        done = matchEnd;
    }
}
