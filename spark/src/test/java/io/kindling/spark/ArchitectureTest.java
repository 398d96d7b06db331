package io.kindling.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The module keeps to the table of dependencies in docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kindling.spark");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.kindling.spark.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void subpackagesDoNotUseTheStages() {
        noClasses()
                .that()
                .resideInAPackage("io.kindling.spark.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.kindling.spark")
                .check(CLASSES);
    }

    @Test
    void nativeCodeIsReachedThroughCoreOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.kindling.spark.dl4j")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..", "org.deeplearning4j..")
                .check(CLASSES);
    }

    @Test
    void theDl4jEngineIsFoundByNameOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.kindling.spark.dl4j")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.kindling.spark.dl4j", "io.kindling.dl4j..")
                .check(CLASSES);
    }

    @Test
    void privatePartsOfMllibAreCalledInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.kindling.spark.mllib")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.apache\\.spark\\.ml\\.util\\.DefaultParams(Reader|Writer).*")
                .check(CLASSES);
    }

    @Test
    void nothingIsReadByJavaDeserialization() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CLASSES);
    }
}
