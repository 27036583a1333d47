package io.github.icatimgcif.documentation;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say that their classes do not: comments, the order of methods, and the texts that methods are called with. */
final class SourceComments {

    private static final Path SOURCES = Path.of("src/main/java");

    /** How a setting is asked for by its name. */
    private static final Set<String> ASKING = Set.of(
            "getOptionalValue", "getValue", "isAbsent", "getBoolean", "getInteger", "getLong", "getenv", "getProperty");

    private final Map<String, String> comments = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> named = new TreeSet<>();
    private final List<String> mappings;

    /** Reads all sources that have to do with settings. */
    SourceComments() {
        List<Path> files = files(text -> text.contains("@ConfigMapping")
                || text.contains("@WithDefault")
                || text.contains("@ConfigProperty")
                || ASKING.stream().anyMatch(text::contains));
        mappings = files.stream()
                .filter(file -> read(file).contains("@ConfigMapping("))
                .map(file ->
                        SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.'))
                .toList();
        parse(files);
    }

    /** Names of the classes that settings are mapped to. */
    List<String> mappings() {
        return mappings;
    }

    /** Settings, variables of the environment and properties of the Java machine that are asked for by their names. */
    Set<String> named() {
        return named;
    }

    /** What the comment of a method says; empty if it has none. */
    String comment(Class<?> type, String method) {
        return comments.getOrDefault(key(type, method), "");
    }

    /** What the comment of a class says; empty if it has none. */
    String comment(Class<?> type) {
        return comments.getOrDefault(type.getCanonicalName(), "");
    }

    /** Where a method stands in its file. */
    int place(Class<?> type, String method) {
        return Optional.ofNullable(places.get(key(type, method)))
                .orElseThrow(() -> new IllegalStateException("no source of " + key(type, method)));
    }

    private static String key(Class<?> type, String method) {
        return type.getCanonicalName() + "#" + method;
    }

    private static List<Path> files(Predicate<String> wanted) {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> wanted.test(read(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees documents = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(documents, unit).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(@Nullable String javadoc) {
        if (javadoc == null) {
            return "";
        }
        return javadoc.replaceAll("(?m)^\\s*@\\w[\\s\\S]*", "")
                .replaceAll("\\{@code ([^}]*)\\}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)\\}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees documents;
        private final CompilationUnitTree unit;
        private String type;

        Reader(DocTrees documents, CompilationUnitTree unit) {
            this.documents = documents;
            this.unit = unit;
            this.type = String.valueOf(unit.getPackageName());
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            String outer = type;
            type = outer + "." + tree.getSimpleName();
            comments.put(type, plain(documents.getDocComment(getCurrentPath())));
            super.visitClass(tree, null);
            type = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            String key = type + "#" + tree.getName();
            comments.put(key, plain(documents.getDocComment(getCurrentPath())));
            places.put(key, (int) documents.getSourcePositions().getStartPosition(unit, tree));
            return super.visitMethod(tree, null);
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
            if (tree.getAnnotationType().toString().equals("ConfigProperty")) {
                tree.getArguments().stream()
                        .map(Object::toString)
                        .filter(argument -> argument.startsWith("name = "))
                        .forEach(argument -> named.add(argument.replaceAll("name = \"(.*)\"", "$1")));
            }
            return super.visitAnnotation(tree, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
            String method = tree.getMethodSelect().toString().replaceAll("(?s).*\\.", "");
            if (ASKING.contains(method)) {
                tree.getArguments().stream()
                        .filter(LiteralTree.class::isInstance)
                        .map(argument -> String.valueOf(((LiteralTree) argument).getValue()))
                        .filter(text -> text.matches("[a-z]+\\.[a-z.-]*[a-z]|IMGCIF_[A-Z_]+"))
                        .forEach(named::add);
            }
            return super.visitMethodInvocation(tree, null);
        }
    }
}
