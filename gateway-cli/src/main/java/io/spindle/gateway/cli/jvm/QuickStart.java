package io.spindle.gateway.cli.jvm;

/** What libraries do at their start and this program has no use for, switched off; never over the command line. */
public final class QuickStart {
    /** Netty's events for Java Flight Recorder: loading the recorder for them is a tenth of a start's processor time. */
    private static final String NETTY_RECORDING = "io.netty.jfr.enabled";

    private QuickStart() {}

    /** Before the first class of a library is loaded. */
    public static void prepare() {
        if (System.getProperty(NETTY_RECORDING) == null) {
            System.setProperty(NETTY_RECORDING, "false");
        }
    }
}
