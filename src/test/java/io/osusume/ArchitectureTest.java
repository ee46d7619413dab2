package io.osusume;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.SparkSession;

/** The arrows of the house: one package per noun, dependencies one way, stages pure. {@code HouseRulesTest} holds this test. */
@AnalyzeClasses(packages = "io.osusume", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] STAGES = {
        "io.osusume.acceptance..",
        "io.osusume.accounts..",
        "io.osusume.catalogue..",
        "io.osusume.changes..",
        "io.osusume.effects..",
        "io.osusume.features..",
        "io.osusume.ltv..",
        "io.osusume.offers..",
        "io.osusume.ranking..",
        "io.osusume.replenishment..",
        "io.osusume.report..",
        "io.osusume.rules..",
        "io.osusume.sample..",
        "io.osusume.segments..",
        "io.osusume.stats..",
        "io.osusume.successes..",
        "io.osusume.text..",
        "io.osusume.uplift..",
        "io.osusume.worklist.."
    };

    /** Each package by its whole name is a room of its own: the root too, and a sub-package apart from the one above it. */
    private static final SliceAssignment BY_WHOLE_PACKAGE_NAME = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages by their whole name";
        }
    };

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().assignedFrom(BY_WHOLE_PACKAGE_NAME).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_ROOT_HOLDS_THE_MAIN_CLASS_ONLY =
            classes().that().resideInAPackage("io.osusume").should().haveSimpleName("Osusume");

    @ArchTest
    static final ArchRule TABLES_KNOW_NOTHING = noClasses()
            .that()
            .resideInAPackage("io.osusume.tables..")
            .should()
            .dependOnClassesThat(describe(
                    "are other packages of Osusume",
                    c -> c.getPackageName().startsWith("io.osusume")
                            && !c.getPackageName().startsWith("io.osusume.tables")));

    @ArchTest
    static final ArchRule STAGES_KNOW_ONLY_TABLES_CONFIG_AND_WHAT_THEY_ARE_GIVEN = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.osusume",
                    "io.osusume.io..",
                    "io.osusume.intake..",
                    "io.osusume.cli..",
                    "io.osusume.pipeline..",
                    "com.typesafe..",
                    "picocli..");

    @ArchTest
    static final ArchRule ONLY_THE_PIPELINE_KNOWS_THESE_STAGES = classes()
            .that()
            .resideInAnyPackage(
                    "io.osusume.rules..",
                    "io.osusume.segments..",
                    "io.osusume.accounts..",
                    "io.osusume.offers..",
                    "io.osusume.successes..",
                    "io.osusume.worklist..")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .resideInAnyPackage(
                    "io.osusume.pipeline..",
                    "io.osusume.rules..",
                    "io.osusume.segments..",
                    "io.osusume.accounts..",
                    "io.osusume.offers..",
                    "io.osusume.successes..",
                    "io.osusume.worklist..");

    @ArchTest
    static final ArchRule ONLY_CONFIG_KNOWS_THE_CONFIGURATION_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("io.osusume.config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.typesafe..");

    @ArchTest
    static final ArchRule ONLY_IO_AND_THE_SOURCES_OF_INTAKE_READ_AND_WRITE = noClasses()
            .that()
            .resideOutsideOfPackage("io.osusume.io..")
            .and()
            .resideOutsideOfPackage("io.osusume.intake.source..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DataFrameReader.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(DataFrameWriter.class);

    @ArchTest
    static final ArchRule ONLY_IO_OPENS_SESSIONS = noClasses()
            .that()
            .resideOutsideOfPackage("io.osusume.io..")
            .should()
            .callMethod(SparkSession.class, "builder");

    @ArchTest
    static final ArchRule STAGES_DO_NOT_ASK_THE_TIME = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);
}
