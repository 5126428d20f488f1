package io.spindle.gateway.cli.jvm;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the heap give back what it does not use. A gateway's memory is mostly that of idle connections; with G1's
 * defaults a process keeps some 18 KB more for each than it needs, with these 5. A {@code java -jar} carries no options,
 * so they are set at run time; what the command line says is never overruled.
 */
public final class HeapManners {
    private static final Logger LOG = LoggerFactory.getLogger(HeapManners.class);

    /**
     * Free parts of the heap in percent between which it stays, and the pause in ms after which idle heap is returned.
     * The lower bound comes first: the upper one may never be below it.
     */
    private static final List<Map.Entry<String, String>> OPTIONS = List.of(
            Map.entry("MinHeapFreeRatio", "10"),
            Map.entry("MaxHeapFreeRatio", "25"),
            Map.entry("G1PeriodicGCInterval", "3000"));

    private static final Set<VMOption.Origin> NOBODYS_WORD = Set.of(VMOption.Origin.DEFAULT, VMOption.Origin.ERGONOMIC);

    private HeapManners() {}

    /** Takes some 50 ms, so it is done beside the start, not before it. */
    public static void adoptInBackground() {
        Thread thread = new Thread(HeapManners::adopt, "heap-manners");
        thread.setDaemon(true);
        thread.start();
    }

    static void adopt() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (jvm == null) {
            LOG.debug("This JVM is no HotSpot; its heap keeps its own manners");
            return;
        }
        OPTIONS.forEach(option -> adopt(jvm, option.getKey(), option.getValue()));
    }

    private static void adopt(HotSpotDiagnosticMXBean jvm, String name, String value) {
        try {
            if (NOBODYS_WORD.contains(jvm.getVMOption(name).getOrigin())) {
                jvm.setVMOption(name, value);
            }
        } catch (IllegalArgumentException e) {
            // a JVM without this option, or bounds that its command line makes impossible: worth a note, not a stop
            LOG.debug("JVM option left as it is: {}", name, e);
        }
    }
}
