package io.github.icatimgcif.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The addresses of the service that the documents name are there, and those for programs are all named. */
final class DocumentedAddressesTest {

    private static final java.nio.file.Path PAGE = java.nio.file.Path.of("src/docs/API.md");

    /** An address with a host in front of it, or behind a verb. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://(?:localhost:8080|imgcif\\.example\\.org)|\\b(?:GET|POST|PUT|DELETE) )(/[\\w{}./-]*)");

    private static final Set<Operation> OPERATIONS = operations();

    private record Operation(String verb, String path) implements Comparable<Operation> {

        boolean isAt(String address) {
            return Pattern.matches(path.replaceAll("\\{[^/}]+\\}", "[^/]+"), address);
        }

        @Override
        public int compareTo(Operation other) {
            return (path + verb).compareTo(other.path + other.verb);
        }
    }

    @Test
    void everyAddressInTheDocumentsIsOneOfTheService() {
        Set<String> wrong = new TreeSet<>();
        int found = 0;
        for (Document page : Document.all()) {
            Matcher addresses = ADDRESS.matcher(page.text());
            while (addresses.find()) {
                found++;
                String address = addresses.group(1).replaceFirst("(?<=.)[./]+$", "");
                // What Quarkus itself serves.
                if (!address.startsWith("/q/")
                        && OPERATIONS.stream().noneMatch(operation -> operation.isAt(address))
                        && !ofOthers(page.text(), addresses.start(1), addresses.end(1))) {
                    wrong.add(page.path() + ": " + address);
                }
            }
        }
        assertThat(found).isGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyOperationForProgramsIsOnThePage() {
        String page = Document.of(PAGE).text();

        assertThat(OPERATIONS)
                .filteredOn(operation -> operation.path().startsWith("/api/"))
                .hasSizeGreaterThan(20)
                .allMatch(operation -> page.contains("`" + operation.verb() + " " + operation.path() + "`")
                        || page.contains("`" + operation.verb() + " " + operation.path() + "?"));
    }

    /** The session of an ICAT is asked for, and ended, at the ICAT. */
    private static boolean ofOthers(String text, int start, int end) {
        return text.substring(start, end).startsWith("/session");
    }

    private static Set<Operation> operations() {
        Set<Operation> operations = new TreeSet<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.icatimgcif.entrypoint")) {
            if (resource.isAnnotatedWith(Path.class)) {
                String base = resource.reflect().getAnnotation(Path.class).value();
                for (Method method : resource.reflect().getDeclaredMethods()) {
                    verb(method).ifPresent(verb -> operations.add(new Operation(verb, joined(base, method))));
                }
            }
        }
        return operations;
    }

    private static String joined(String base, Method method) {
        String own = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        return Stream.of(base, own)
                .flatMap(path -> List.of(path.split("/", -1)).stream())
                .filter(part -> !part.isEmpty())
                .map(part -> "/" + part.replaceAll("\\{\\s*(\\w+).*", "{$1}"))
                .reduce("", String::concat);
    }

    private static Optional<String> verb(Method method) {
        return Stream.<Class<? extends Annotation>>of(GET.class, POST.class, PUT.class, DELETE.class)
                .filter(method::isAnnotationPresent)
                .map(Class::getSimpleName)
                .findFirst();
    }
}
