package io.github.icatimgcif;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;

/** The walls of the house, as drawn in src/docs/ARCHITECTURE.md. Each was broken once on purpose and seen to fall. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String ROOT = "io.github.icatimgcif";

    private static final String[] WORDS = {
        ROOT + ".cif..",
        ROOT + ".quantity..",
        ROOT + ".geometry..",
        ROOT + ".experiment..",
        ROOT + ".provenance..",
        ROOT + ".finding..",
        ROOT + ".dataset.."
    };

    private static final String JUDGE = ROOT + ".judge..";
    private static final String RIVER = ROOT + ".conversion..";
    private static final String BACKLOG = ROOT + ".backlog..";
    private static final String BANKS = ROOT + ".adapter..";
    private static final String DOORS = ROOT + ".entrypoint..";
    private static final String WIRING = ROOT + ".wiring..";

    @ArchTest
    static final ArchRule everyClassStandsInAPlannedRoom = classes()
            .should()
            .resideInAnyPackage(
                    WORDS[0], WORDS[1], WORDS[2], WORDS[3], WORDS[4], WORDS[5], WORDS[6], JUDGE, RIVER, BACKLOG, BANKS,
                    DOORS, WIRING, ROOT);

    @ArchTest
    static final ArchRule theWordsKnowOnlyJavaAndOneAnother = classes()
            .that()
            .resideInAnyPackage(WORDS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(WORDS).or(resideInAnyPackage("java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule theJudgeKnowsOnlyJavaAndTheWords = classes()
            .that()
            .resideInAPackage(JUDGE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(WORDS)
                    .or(resideInAPackage(JUDGE))
                    .or(resideInAnyPackage("java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule theRiverKnowsOnlyJavaTheWordsAndTheJudge = classes()
            .that()
            .resideInAPackage(RIVER)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(WORDS)
                    .or(resideInAnyPackage(RIVER, JUDGE))
                    .or(resideInAnyPackage("java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule theBacklogKnowsOnlyJavaTheWordsAndTheRiver = classes()
            .that()
            .resideInAPackage(BACKLOG)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(WORDS)
                    .or(resideInAnyPackage(BACKLOG, RIVER))
                    .or(resideInAnyPackage("java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule theBanksKnowNeitherDoorsNorWiring = noClasses()
            .that()
            .resideInAPackage(BANKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOORS, WIRING);

    /** bin/imgcif starts with few libraries; the walk through folders is the service's alone. */
    @ArchTest
    static final ArchRule theBanksOfTheCommandKnowNothingThatOnlyTheServiceHas = noClasses()
            .that()
            .resideInAnyPackage(Stream.of(
                            "cbf",
                            "disk",
                            "eiger",
                            "files",
                            "hdf5",
                            "images",
                            "knowledge",
                            "lima",
                            "minicbf",
                            "nxmx",
                            "smv",
                            "tiff",
                            "web")
                    .map(room -> ROOT + ".adapter." + room + "..")
                    .toArray(String[]::new))
            .and()
            .doNotHaveSimpleName("FolderWalk")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jboss..", "io.quarkus..", "jakarta..");

    @ArchTest
    static final ArchRule theDoorsKnowNeitherBanksNorWiring = noClasses()
            .that()
            .resideInAPackage(DOORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BANKS, WIRING);

    /**
     * The layers over HDF5, over files and archives, the header of miniCBF and the database are the banks that others stand on; the
     * images, which are of all formats, stand on the formats too.
     */
    @ArchTest
    static final ArchRule theBanksDoNotKnowOneAnother = slices().matching(ROOT + ".adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(ROOT + ".adapter.database.."))
            .ignoreDependency(
                    resideInAnyPackage(ROOT + ".adapter.nxmx..", ROOT + ".adapter.eiger..", ROOT + ".adapter.lima.."),
                    resideInAPackage(ROOT + ".adapter.hdf5.."))
            .ignoreDependency(
                    resideInAnyPackage(
                            ROOT + ".adapter.hdf5..",
                            ROOT + ".adapter.minicbf..",
                            ROOT + ".adapter.cbf..",
                            ROOT + ".adapter.smv..",
                            ROOT + ".adapter.tiff.."),
                    resideInAPackage(ROOT + ".adapter.files.."))
            .ignoreDependency(
                    resideInAnyPackage(ROOT + ".adapter.cbf..", ROOT + ".adapter.tiff.."),
                    resideInAPackage(ROOT + ".adapter.minicbf.."))
            .ignoreDependency(
                    resideInAPackage(ROOT + ".adapter.images.."),
                    resideInAnyPackage(
                            ROOT + ".adapter.hdf5..",
                            ROOT + ".adapter.files..",
                            ROOT + ".adapter.cbf..",
                            ROOT + ".adapter.smv.."));

    /**
     * What events look like is shared by all doors that take them, what reports look like by those that show them, and who comes by
     * those that speak HTTP. The console is pages on what the API does.
     */
    @ArchTest
    static final ArchRule theDoorsDoNotKnowOneAnother = slices().matching(ROOT + ".entrypoint.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    resideInAnyPackage(
                            ROOT + ".entrypoint.message..",
                            ROOT + ".entrypoint.report..",
                            ROOT + ".entrypoint.access.."))
            .ignoreDependency(
                    resideInAPackage(ROOT + ".entrypoint.console.."), resideInAPackage(ROOT + ".entrypoint.api.."));

    @ArchTest
    static final ArchRule noPackagesRunInCircles = slices().assignedFrom(new EachPackage())
            .namingSlices("$1")
            .should()
            .beFreeOfCycles()
            // The stages name their products in the types that the whole river shares.
            .ignoreDependency(resideInAPackage(ROOT + ".conversion"), resideInAPackage(ROOT + ".conversion.."))
            .ignoreDependency(resideInAPackage(ROOT + ".conversion.."), resideInAPackage(ROOT + ".conversion"));

    @ArchTest
    static final ArchRule noRoomIsCalledAfterNothing = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..", "..misc..");

    @ArchTest
    static final ArchRule noClassIsCalledAfterNothing =
            noClasses().should().haveNameMatching(".*(Utils|Util|Helper|Manager|Impl)");

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
