package io.kindling.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kindling.errors.KindlingException;

/** The rules of structure that hold in every module. */
public final class Structure {

    private Structure() {}

    /** The classes of a package and those below it, but for tests. */
    public static JavaClasses classesOf(String root) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    /** The packages right below a root do not depend on each other in circles, nor do all packages below it. */
    public static void requireNoCycles(JavaClasses classes, String root) {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
        slices().matching(root + ".(**)").should().beFreeOfCycles().check(classes);
    }

    /** Reading serialized objects runs code that the file chooses. */
    public static void requireNoDeserialization(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(classes);
    }

    /** By itself, not as the compiler does in what it makes of serializable lambdas. */
    private static DescribedPredicate<JavaConstructorCall> makesAnIllegalArgumentException() {
        return DescribedPredicate.describe(
                "an IllegalArgumentException is made",
                call -> call.getTargetOwner().isEquivalentTo(IllegalArgumentException.class)
                        && !call.getOrigin().getName().equals("$deserializeLambda$"));
    }

    /** What a user can mend is a {@link KindlingException}; others do not throw the class it extends. */
    public static void requireOneTypeOfUserError(JavaClasses classes) {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(KindlingException.class.getName())
                .should()
                .callConstructorWhere(makesAnIllegalArgumentException())
                .check(classes);
    }
}
