package io.spindle.gateway.hub;

/** In which form a subscriber gets a publication. */
public enum PublicationForm {
    /** As it is. */
    PLAIN,
    /** Whole, for a subscriber that agreed on deltas: the base of the next one. */
    FULL,
    /** As the difference to the one before, for a subscriber that has that one; whole where that is not longer. */
    PATCH
}
