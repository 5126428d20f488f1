package io.spindle.gateway.conformance;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Tests by their names, with the lines of the checklist that they prove in front. */
public final class ProvenNames extends DisplayNameGenerator.Standard {
    @Override
    public String generateDisplayNameForMethod(
            List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        String name = super.generateDisplayNameForMethod(enclosingInstanceTypes, testClass, testMethod);
        Proves proven = testMethod.getAnnotation(Proves.class);
        return proven == null ? name : String.join(" ", proven.value()) + " " + name;
    }
}
