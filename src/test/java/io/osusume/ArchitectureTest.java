package io.osusume;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.SparkSession;

/** The arrows of the house: one package per noun, dependencies one way, stages pure. */
@AnalyzeClasses(packages = "io.osusume", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] STAGES = {
        "..staging..",
        "..features..",
        "..rules..",
        "..segments..",
        "..accounts..",
        "..ltv..",
        "..offers..",
        "..ranking..",
        "..sample.."
    };

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.osusume.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TABLES_KNOW_NOTHING = noClasses()
            .that()
            .resideInAPackage("..tables..")
            .should()
            .dependOnClassesThat(describe(
                    "are other packages of Osusume",
                    c -> c.getPackageName().startsWith("io.osusume.")
                            && !c.getPackageName().endsWith(".tables")));

    @ArchTest
    static final ArchRule STAGES_KNOW_ONLY_TABLES_CONFIG_AND_WHAT_THEY_ARE_GIVEN = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.osusume.io..", "..cli..", "..quality..", "com.typesafe..", "picocli..");

    @ArchTest
    static final ArchRule ONLY_FEATURES_ARE_SHARED_BETWEEN_STAGES = classes()
            .that()
            .resideInAnyPackage("..rules..", "..segments..", "..accounts..", "..ltv..", "..sample..")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .resideInAnyPackage(
                    "io.osusume", "..cli..", "..rules..", "..segments..", "..accounts..", "..ltv..", "..sample..");

    @ArchTest
    static final ArchRule ONLY_CONFIG_KNOWS_THE_CONFIGURATION_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("..config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.typesafe..");

    /** Ranges are checked where settings are bound, so what is made elsewhere would not be checked. */
    @ArchTest
    static final ArchRule ONLY_CONFIG_MAKES_SETTINGS = noClasses()
            .that()
            .resideOutsideOfPackage("..config..")
            .should()
            .callConstructorWhere(describe(
                    "makes a record of settings",
                    (JavaConstructorCall call) -> call.getTargetOwner().isRecord()
                            && call.getTargetOwner().getPackageName().equals("io.osusume.config")));

    @ArchTest
    static final ArchRule ONLY_IO_READS_AND_WRITES = noClasses()
            .that()
            .resideOutsideOfPackage("io.osusume.io..")
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
