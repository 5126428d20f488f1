package io.spindle.gateway.cli.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class HeapMannersTest {
    private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void theHeapIsToldToGiveBackWhatItDoesNotUse() {
        HeapManners.adopt();

        assertEquals("10", jvm.getVMOption("MinHeapFreeRatio").getValue());
        assertEquals("25", jvm.getVMOption("MaxHeapFreeRatio").getValue());
        assertEquals("3000", jvm.getVMOption("G1PeriodicGCInterval").getValue());
    }
}
