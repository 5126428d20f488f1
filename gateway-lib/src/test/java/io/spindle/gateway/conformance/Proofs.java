package io.spindle.gateway.conformance;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The tests of this module that prove lines of the checklist. */
final class Proofs {
    private Proofs() {}

    /** Names of tests, {@code Class.method}, by the id of the line. */
    static Map<String, TreeSet<String>> byLine() {
        Map<String, TreeSet<String>> proofs = new TreeMap<>();
        List<Class<?>> classes = ReflectionSupport.findAllClassesInPackage(
                "io.spindle.gateway", type -> true, name -> name.endsWith("Test"));
        for (Class<?> type : classes) {
            for (Method method : ReflectionSupport.findMethods(
                    type, found -> found.isAnnotationPresent(Proves.class), HierarchyTraversalMode.TOP_DOWN)) {
                for (String id : method.getAnnotation(Proves.class).value()) {
                    proofs.computeIfAbsent(id, line -> new TreeSet<>())
                            .add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        return proofs;
    }
}
