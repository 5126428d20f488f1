package io.spindle.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.NullMarked;

/** Who may know whom. A rule that is broken here is a design that has changed: change both, or neither. */
@AnalyzeClasses(
        packages = "io.spindle.gateway",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
    private static final String BASE = "io.spindle.gateway";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(BASE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule arrowsGoOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy(BASE)
            .layer("http")
            .definedBy(BASE + ".http..")
            .layer("session")
            .definedBy(BASE + ".session..")
            .layer("hub")
            .definedBy(BASE + ".hub..")
            .layer("broker")
            .definedBy(BASE + ".broker..")
            .layer("presence")
            .definedBy(BASE + ".presence..")
            .layer("auth")
            .definedBy(BASE + ".auth..")
            .layer("policy")
            .definedBy(BASE + ".policy..")
            .layer("rpc")
            .definedBy(BASE + ".rpc..")
            .layer("proxy")
            .definedBy(BASE + ".proxy..")
            .layer("routing")
            .definedBy(BASE + ".routing..")
            .layer("transport")
            .definedBy(BASE + ".transport..")
            .layer("worker")
            .definedBy(BASE + ".worker..")
            .layer("redis")
            .definedBy(BASE + ".redis..")
            .layer("guard")
            .definedBy(BASE + ".guard..")
            .layer("delta")
            .definedBy(BASE + ".delta..")
            .layer("filter")
            .definedBy(BASE + ".filter..")
            .layer("protocol")
            .definedBy(BASE + ".protocol..")
            .layer("metrics")
            .definedBy(BASE + ".metrics..")
            .layer("api")
            .definedBy(BASE + ".api..")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("http")
            .mayOnlyAccessLayers("session", "broker", "presence", "protocol", "metrics", "api")
            .whereLayer("session")
            .mayOnlyAccessLayers(
                    "hub",
                    "broker",
                    "presence",
                    "auth",
                    "policy",
                    "rpc",
                    "routing",
                    "transport",
                    "delta",
                    "filter",
                    "protocol",
                    "metrics",
                    "api")
            .whereLayer("hub")
            .mayOnlyAccessLayers("delta", "filter", "protocol", "metrics", "api")
            .whereLayer("broker")
            .mayOnlyAccessLayers("redis", "protocol", "metrics", "api")
            .whereLayer("presence")
            .mayOnlyAccessLayers("redis", "protocol", "metrics", "api")
            .whereLayer("auth")
            .mayOnlyAccessLayers("guard", "metrics", "api")
            .whereLayer("policy")
            .mayOnlyAccessLayers("auth", "guard", "metrics", "api")
            .whereLayer("rpc")
            .mayOnlyAccessLayers("guard", "protocol", "metrics", "api")
            .whereLayer("proxy")
            .mayOnlyAccessLayers("guard", "metrics", "api")
            .whereLayer("routing")
            .mayOnlyAccessLayers("redis", "metrics", "api")
            .whereLayer("transport")
            .mayOnlyAccessLayers("worker", "routing", "redis", "metrics", "api")
            .whereLayer("worker")
            .mayOnlyAccessLayers("metrics", "api")
            .whereLayer("redis")
            .mayOnlyAccessLayers("metrics")
            .whereLayer("guard")
            .mayOnlyAccessLayers("metrics")
            .whereLayer("delta")
            .mayOnlyAccessLayers("protocol", "api")
            .whereLayer("filter")
            .mayOnlyAccessLayers("protocol", "api")
            .whereLayer("protocol")
            .mayOnlyAccessLayers("api")
            .whereLayer("metrics")
            .mayOnlyAccessLayers("api")
            .whereLayer("api")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule workersRunBehindTheTransportInMemoryOnly = noClasses()
            .that()
            .resideInAnyPackage(BASE + ".transport", BASE + ".transport.redis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".worker..");

    @ArchTest
    static final ArchRule theApiKnowsNothingButTheJdk = classes()
            .that()
            .resideInAPackage(BASE + ".api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", BASE + ".api..");

    @ArchTest
    static final ArchRule onlyHttpKnowsJetty = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".http..", BASE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule theRootNamesNothingOfJettysButTheHandlerThatHostsMount = noClasses()
            .that()
            .resideInAPackage(BASE)
            .should()
            .dependOnClassesThat(resideInAPackage("org.eclipse.jetty..").and(not(equivalentTo(Handler.class))));

    @ArchTest
    static final ArchRule onlyRedisKnowsRedisson = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "..redis..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.redisson..", "io.netty.."));

    @ArchTest
    static final ArchRule onlyAuthKnowsNimbus = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".auth..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.nimbusds.."));

    @ArchTest
    static final ArchRule onlyItsCodecKnowsProtobuf = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".protocol.protobuf..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.google.protobuf.."));

    @ArchTest
    static final ArchRule nullnessIsCheckedEverywhere = classes().should(beInANullMarkedPackage());

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }

    /** The contracts that other modules' tests extend lie in jars of their own. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
