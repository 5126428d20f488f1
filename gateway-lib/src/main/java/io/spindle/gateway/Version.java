package io.spindle.gateway;

import java.util.Optional;

/** The gateway's version, as its jar says and clients are told. */
public final class Version {
    /** Such as {@code 0.1.0}; {@code development} where classes were not packaged. */
    public static final String NUMBER = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    /** Such as {@code spindle 0.1.0}. */
    static final String TEXT = "spindle " + NUMBER;

    private Version() {}
}
