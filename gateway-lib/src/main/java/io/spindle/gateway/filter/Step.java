package io.spindle.gateway.filter;

/**
 * A comparison and what follows from its outcome: the index of another step, or the end.
 *
 * @param ifTrue lower than this step's index, so that every way through the steps ends
 * @param ifFalse lower, too
 */
record Step(TagTest test, int ifTrue, int ifFalse) {
    /** The end: the publication is wanted. */
    static final int ACCEPT = -1;

    /** The end: it is not. */
    static final int REJECT = -2;
}
