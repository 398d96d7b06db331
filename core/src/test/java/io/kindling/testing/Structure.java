package io.kindling.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kindling.errors.KindlingException;
import org.junit.jupiter.api.Test;

/** The rules of structure that hold in every module: its {@code ArchitectureTest} inherits them and adds its own. */
public abstract class Structure {
    private final JavaClasses classes;
    private final String root;

    /**
     * The rules for a module.
     *
     * @param classes as {@link #classesOf} reads them
     * @param root the package of all of them
     */
    protected Structure(JavaClasses classes, String root) {
        this.classes = classes;
        this.root = root;
    }

    /** The classes of a package and those below it, but for tests. */
    protected static JavaClasses classesOf(String root) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    /** Neither do those right below the root, nor do all packages below it. */
    @Test
    public void packagesHaveNoCycles() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
        slices().matching(root + ".(**)").should().beFreeOfCycles().check(classes);
    }

    /** Reading serialized objects runs code that the file chooses. */
    @Test
    public void nothingIsReadByJavaDeserialization() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(classes);
    }

    /** What a user can mend is a {@link KindlingException}; others do not throw the class it extends. */
    @Test
    public void usersErrorsAreOneType() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(KindlingException.class.getName())
                .should()
                .callConstructorWhere(makesAnIllegalArgumentException())
                .check(classes);
    }

    /** By itself, not as the compiler does in what it makes of serializable lambdas. */
    private static DescribedPredicate<JavaConstructorCall> makesAnIllegalArgumentException() {
        return DescribedPredicate.describe(
                "an IllegalArgumentException is made",
                call -> call.getTargetOwner().isEquivalentTo(IllegalArgumentException.class)
                        && !call.getOrigin().getName().equals("$deserializeLambda$"));
    }
}
