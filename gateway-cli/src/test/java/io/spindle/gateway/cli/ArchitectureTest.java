package io.spindle.gateway.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.spindle.gateway.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.spindle.gateway.cli.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SETTINGS_KNOW_NO_COMMANDS = noClasses()
            .that()
            .resideInAPackage("..cli.settings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "..cli.command..", "..cli.serve..", "..cli.token..");

    @ArchTest
    static final ArchRule THE_LAUNCHER_SEES_THE_LIBRARY_NOT_WHAT_IT_IS_MADE_OF = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "org.redisson..", "io.netty..", "com.nimbusds..");
}
