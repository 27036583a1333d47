package io.github.icatimgcif.icatstub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The part of JPQL that ICAT clients use: selected paths, entities, COUNT, MIN and MAX, inner and left joins, conditions with
 * AND, OR, NOT, IN, LIKE, IS NULL, EXISTS, GROUP BY, ORDER BY, LIMIT, INCLUDE. Anything else is a syntax error.
 */
final class StubQuery {

    /** Stands for SQL's NULL in rows. */
    static final Object NULL = new Object();

    private static final Set<String> CLAUSES =
            Set.of("JOIN", "LEFT", "WHERE", "GROUP", "ORDER", "LIMIT", "INCLUDE", "AS");

    private final StubStore store;
    private final StubTokens tokens;
    private final Predicate<StubEntity> shown;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, StubSchema.Type> aliases = new HashMap<>();
    private final List<String> included = new ArrayList<>();
    private final Set<String> tables = new HashSet<>();

    /** What all rows must have equal, as far as it was read. */
    private List<Equality> equalities = new ArrayList<>();

    private record Root(String alias, StubSchema.Type type) {}

    /** @param children set where the field leads to many */
    private record Join(
            String parent,
            String field,
            String alias,
            StubSchema.Type target,
            Optional<StubSchema.Children> children,
            boolean isOuter) {}

    private record Source(List<Root> roots, List<Join> joins) {}

    /** @param right one of these it must be */
    private record Equality(String left, List<String> right) {}

    private record Condition(Predicate<Row> predicate, List<Equality> equalities) {}

    private record Item(String function, boolean distinct, String path) {
        boolean isAggregate() {
            return !function.isEmpty();
        }
    }

    /** The entities that the aliases stand for; an alias without one is a left join that found nothing. */
    private record Row(Map<String, Optional<StubEntity>> entities) {
        Row with(String alias, Optional<StubEntity> entity) {
            Map<String, Optional<StubEntity>> more = new LinkedHashMap<>(entities);
            more.put(alias, entity);
            return new Row(more);
        }
    }

    /** A query of somebody to whom only some entities are shown. */
    StubQuery(StubStore store, String query, Predicate<StubEntity> shown) {
        this.store = store;
        this.shown = shown;
        this.tokens = new StubTokens(query);
    }

    /** Paths that the query INCLUDEs, aliases resolved: {@code parameters}, {@code parameters.type}. */
    List<String> included() {
        return included;
    }

    /** Names of all entity types that the query speaks of, once it was run; the id of a referenced entity is not one of its own. */
    Set<String> tables() {
        return tables;
    }

    /** Rows of values, {@link StubEntity}s and {@link #NULL}s. */
    List<List<Object>> run() {
        if (!tokens.takes("SELECT")) {
            throw StubRefusal.bad(tokens.take() + " is not an ICAT entity");
        }
        boolean distinct = tokens.takes("DISTINCT");
        do {
            items.add(item());
        } while (tokens.takes(","));
        Source source = from();
        Condition condition = condition();
        List<List<Object>> answer = grouped(rows(source, condition, new Row(Map.of())));
        if (distinct) {
            answer = new ArrayList<>(new LinkedHashSet<>(answer));
        }
        answer = limited(answer);
        if (!tokens.isAtEnd()) {
            throw tokens.syntaxError("The query contains a malformed ending: " + tokens.take());
        }
        return answer;
    }

    private Item item() {
        for (String function : List.of("COUNT", "MAX", "MIN")) {
            if (tokens.takes(function, "(")) {
                boolean distinct = tokens.takes("DISTINCT");
                Item item = new Item(function, distinct, tokens.take());
                tokens.expect(")");
                return item;
            }
        }
        return new Item("", false, tokens.take());
    }

    private Source from() {
        tokens.expect("FROM");
        List<Root> roots = new ArrayList<>();
        do {
            String name = tokens.take();
            StubSchema.Type type = StubSchema.type(name)
                    .orElseThrow(() ->
                            StubRefusal.bad("No information to determine type of " + name + " in the FROM clause"));
            Root root = new Root(alias(), type);
            aliases.put(root.alias(), type);
            tables.add(type.name());
            roots.add(root);
        } while (tokens.takes(","));
        List<Join> joins = new ArrayList<>();
        while (tokens.sees("JOIN") || tokens.sees("LEFT")) {
            boolean isOuter = tokens.takes("LEFT");
            tokens.expect("JOIN");
            joins.add(join(tokens.take(), alias(), isOuter));
        }
        return new Source(roots, joins);
    }

    /** The rows around which an outer row lies, narrowed by what the condition asks to be equal. */
    private List<Row> rows(Source source, Condition condition, Row outer) {
        List<Row> rows = List.of(outer);
        for (Root root : source.roots()) {
            Collection<StubEntity> candidates = candidates(root, source, condition, outer);
            rows = rows.stream()
                    .flatMap(row -> candidates.stream()
                            .filter(shown)
                            .map(entity -> row.with(root.alias(), Optional.of(entity))))
                    .toList();
        }
        for (Join join : source.joins()) {
            rows = joined(rows, join);
        }
        return rows.stream().filter(condition.predicate()).toList();
    }

    private Collection<StubEntity> candidates(Root root, Source source, Condition condition, Row outer) {
        return condition.equalities().stream()
                .flatMap(equality -> candidates(root, source, equality, outer).stream())
                .findFirst()
                .orElseGet(() -> store.all(root.type().name()));
    }

    private Optional<Collection<StubEntity>> candidates(Root root, Source source, Equality equality, Row outer) {
        TreeMap<Long, StubEntity> all = new TreeMap<>();
        for (String right : equality.right()) {
            Object wanted = value(outer, right);
            Optional<Collection<StubEntity>> found = source.joins().stream()
                    .filter(join -> join.parent().equals(root.alias()) && !join.isOuter())
                    .flatMap(join -> join.children().stream()
                            .flatMap(back -> having(equality, join.alias(), join.target(), wanted)
                                    .map(children -> parents(children, back))
                                    .stream()))
                    .findFirst()
                    .or(() -> having(equality, root.alias(), root.type(), wanted));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            found.get().forEach(entity -> all.put(entity.id(), entity));
        }
        return Optional.of(all.values());
    }

    private static Collection<StubEntity> parents(Collection<StubEntity> found, StubSchema.Children children) {
        TreeMap<Long, StubEntity> parents = new TreeMap<>();
        found.forEach(child -> child.reference(children.back()).ifPresent(parent -> parents.put(parent.id(), parent)));
        return parents.values();
    }

    private Optional<Collection<StubEntity>> having(
            Equality equality, String alias, StubSchema.Type type, Object wanted) {
        String[] path = equality.left().split("\\.");
        if (!path[0].equals(alias) || wanted == NULL || path.length < 2) {
            return Optional.empty();
        }
        boolean isId = path[path.length - 1].equals("id") && wanted instanceof Number;
        if (isId && path.length == 2) {
            return Optional.of(store.byId(type.name(), ((Number) wanted).longValue()).stream()
                    .toList());
        }
        Optional<String> target = Optional.ofNullable(type.toOne().get(path[1]));
        if (isId && path.length == 3 && target.isPresent()) {
            return Optional.of(store.byId(target.get(), ((Number) wanted).longValue())
                    .flatMap(entity -> store.having(type, path[1], entity))
                    .orElse(List.of()));
        }
        boolean isComparable = target.isPresent() == wanted instanceof StubEntity;
        return path.length == 2 && isComparable ? store.having(type, path[1], wanted) : Optional.empty();
    }

    private String alias() {
        tokens.takes("AS");
        String alias = tokens.take();
        if (CLAUSES.contains(alias.toUpperCase(Locale.ROOT))) {
            throw tokens.syntaxError("a variable is expected before " + alias);
        }
        return alias;
    }

    private Join join(String path, String alias, boolean isOuter) {
        String[] parts = path.split("\\.");
        if (parts.length != 2 || !aliases.containsKey(parts[0])) {
            throw tokens.syntaxError("cannot join " + path);
        }
        StubSchema.Type type = Optional.ofNullable(aliases.get(parts[0])).orElseThrow();
        Optional<StubSchema.Children> children =
                Optional.ofNullable(type.toMany().get(parts[1]));
        StubSchema.Type target = children.map(StubSchema.Children::type)
                .or(() -> Optional.ofNullable(type.toOne().get(parts[1])))
                .flatMap(StubSchema::type)
                .orElseThrow(() -> StubRefusal.bad(type.name() + " has no field " + parts[1]));
        aliases.put(alias, target);
        tables.add(target.name());
        return new Join(parts[0], parts[1], alias, target, children, isOuter);
    }

    private List<Row> joined(List<Row> rows, Join join) {
        List<Row> joined = new ArrayList<>();
        for (Row row : rows) {
            List<StubEntity> found = row
                    .entities()
                    .getOrDefault(join.parent(), Optional.empty())
                    .map(entity -> join.children()
                            .map(kind -> store.children(entity, kind))
                            .orElseGet(() ->
                                    entity.reference(join.field()).stream().toList()))
                    .orElse(List.of())
                    .stream()
                    .filter(shown)
                    .toList();
            found.forEach(entity -> joined.add(row.with(join.alias(), Optional.of(entity))));
            if (found.isEmpty() && join.isOuter()) {
                joined.add(row.with(join.alias(), Optional.empty()));
            }
        }
        return joined;
    }

    private Condition condition() {
        if (!tokens.takes("WHERE")) {
            return new Condition(row -> true, List.of());
        }
        List<Equality> before = equalities;
        equalities = new ArrayList<>();
        Predicate<Row> predicate = any();
        Condition condition = new Condition(predicate, List.copyOf(equalities));
        equalities = before;
        return condition;
    }

    private Predicate<Row> any() {
        List<Equality> around = equalities;
        equalities = new ArrayList<>();
        Predicate<Row> condition = all();
        while (tokens.takes("OR")) {
            List<Equality> left = equalities;
            equalities = new ArrayList<>();
            condition = condition.or(all());
            equalities = either(left, equalities);
        }
        around.addAll(equalities);
        equalities = around;
        return condition;
    }

    /** What holds of one side or the other: the same path has one of the values of both. */
    private static List<Equality> either(List<Equality> one, List<Equality> other) {
        return one.stream()
                .flatMap(equality -> other.stream()
                        .filter(alternative -> alternative.left().equals(equality.left()))
                        .map(alternative -> new Equality(
                                equality.left(),
                                Stream.concat(equality.right().stream(), alternative.right().stream())
                                        .toList())))
                .toList();
    }

    private Predicate<Row> all() {
        Predicate<Row> condition = single();
        while (tokens.takes("AND")) {
            condition = condition.and(single());
        }
        return condition;
    }

    private Predicate<Row> single() {
        if (tokens.takes("NOT")) {
            int before = equalities.size();
            Predicate<Row> negated = single().negate();
            equalities.subList(before, equalities.size()).clear();
            return negated;
        }
        if (tokens.takes("EXISTS", "(")) {
            return exists();
        }
        if (tokens.takes("(")) {
            Predicate<Row> condition = any();
            tokens.expect(")");
            return condition;
        }
        String left = tokens.take();
        if (tokens.takes("IS")) {
            boolean not = tokens.takes("NOT");
            tokens.expect("NULL");
            return row -> (value(row, left) == NULL) != not;
        }
        if (tokens.takes("IN", "(")) {
            List<String> list = new ArrayList<>();
            do {
                list.add(tokens.take());
            } while (tokens.takes(","));
            tokens.expect(")");
            check(left);
            equalities.add(new Equality(left, list));
            return row -> list.stream().anyMatch(one -> equal(value(row, left), value(row, one)));
        }
        if (tokens.takes("NOT", "LIKE")) {
            String pattern = tokens.take();
            check(left);
            return row -> value(row, left) != NULL && !isLike(value(row, left), value(row, pattern));
        }
        String operator = tokens.take();
        String right = tokens.take();
        check(left);
        check(right);
        if (operator.equals("=")) {
            equalities.add(new Equality(left, List.of(right)));
        }
        return switch (operator) {
            case "LIKE", "like" -> row -> isLike(value(row, left), value(row, right));
            case "=" -> row -> equal(value(row, left), value(row, right));
            case "<>" -> row -> value(row, left) != NULL && !equal(value(row, left), value(row, right));
            case "<" -> row -> compare(value(row, left), value(row, right)) < 0;
            case ">" -> row -> compare(value(row, left), value(row, right)) > 0;
            case "<=" -> row -> compare(value(row, left), value(row, right)) <= 0;
            case ">=" -> row -> compare(value(row, left), value(row, right)) >= 0;
            default -> throw tokens.syntaxError("no comparison: " + operator);
        };
    }

    /** A sub-query that may speak of the aliases around it. */
    private Predicate<Row> exists() {
        tokens.expect("SELECT");
        String item = tokens.take();
        Source source = from();
        check(item);
        Condition condition = condition();
        tokens.expect(")");
        return outer -> !rows(source, condition, outer).isEmpty();
    }

    private static boolean equal(Object left, Object right) {
        if (left == NULL || right == NULL) {
            return false;
        }
        if (left instanceof Number one && right instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue()) == 0;
        }
        return left.equals(right) || StubStore.folded(left.toString()).equals(StubStore.folded(right.toString()));
    }

    private static boolean isLike(Object value, Object pattern) {
        String regex =
                Pattern.quote(pattern.toString()).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
        return value != NULL
                && Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                        .matcher(value.toString())
                        .matches();
    }

    private static int compare(Object left, Object right) {
        return left instanceof Number one && right instanceof Number other
                ? Double.compare(one.doubleValue(), other.doubleValue())
                : left.toString().compareToIgnoreCase(right.toString());
    }

    private void check(String operand) {
        if (operand.startsWith("'")
                || operand.startsWith("{ts ")
                || Character.isDigit(operand.charAt(0))
                || operand.startsWith("-")) {
            return;
        }
        String[] parts = operand.split("\\.");
        StubSchema.Type type = Optional.ofNullable(aliases.get(parts[0]))
                .orElseThrow(() -> tokens.syntaxError("The identification variable '" + parts[0] + "' is not defined"));
        for (int i = 1; i < parts.length; i++) {
            String field = parts[i];
            StubSchema.Type at = type;
            Optional<String> target = Optional.ofNullable(at.toOne().get(field));
            if (target.isEmpty()
                    && !at.fields().containsKey(field)
                    && !Set.of("id", "createId", "createTime", "modId", "modTime")
                            .contains(field)) {
                throw StubRefusal.bad(at.name() + " has no field " + field);
            }
            type = target.flatMap(StubSchema::type).orElse(at);
            if (i + 1 < parts.length && !parts[i + 1].equals("id")) {
                tables.add(type.name());
            }
        }
    }

    private Object value(Row row, String operand) {
        if (operand.startsWith("'")) {
            return operand.substring(1, operand.length() - 1).replace("''", "'");
        }
        if (operand.startsWith("{ts ")) {
            return operand.substring("{ts ".length(), operand.length() - 1).replace(' ', 'T');
        }
        if (Character.isDigit(operand.charAt(0)) || operand.startsWith("-")) {
            return Double.valueOf(operand);
        }
        String[] parts = operand.split("\\.");
        Object at = row.entities()
                .getOrDefault(parts[0], Optional.empty())
                .map(Object.class::cast)
                .orElse(NULL);
        for (int i = 1; i < parts.length && at instanceof StubEntity entity; i++) {
            at = entity.value(parts[i]).orElse(NULL);
        }
        return at;
    }

    private List<List<Object>> grouped(List<Row> rows) {
        items.forEach(item -> check(item.path()));
        List<String> by = new ArrayList<>();
        if (tokens.takes("GROUP", "BY")) {
            do {
                by.add(tokens.take());
            } while (tokens.takes(","));
        }
        List<Row> ordered = ordered(rows);
        if (items.stream().noneMatch(Item::isAggregate)) {
            return ordered.stream()
                    .map(row ->
                            items.stream().map(item -> value(row, item.path())).toList())
                    .toList();
        }
        if (by.isEmpty()) {
            return List.of(aggregated(rows));
        }
        Map<List<Object>, List<Row>> groups = new LinkedHashMap<>();
        ordered.forEach(row -> groups.computeIfAbsent(
                        by.stream().map(path -> value(row, path)).toList(), key -> new ArrayList<>())
                .add(row));
        return groups.values().stream().map(this::aggregated).toList();
    }

    private List<Object> aggregated(List<Row> group) {
        List<Object> values = new ArrayList<>();
        for (Item item : items) {
            List<Object> present = group.stream()
                    .map(row -> value(row, item.path()))
                    .filter(value -> value != NULL)
                    .toList();
            values.add(
                    switch (item.function()) {
                        case "COUNT" -> (long) (item.distinct() ? new HashSet<>(present).size() : present.size());
                        case "MAX" -> present.stream().max(StubQuery::compare).orElse(NULL);
                        case "MIN" -> present.stream().min(StubQuery::compare).orElse(NULL);
                        default -> group.isEmpty() ? NULL : value(group.get(0), item.path());
                    });
        }
        return values;
    }

    private List<Row> ordered(List<Row> rows) {
        if (!tokens.takes("ORDER", "BY")) {
            return rows;
        }
        String path = tokens.take();
        check(path);
        Comparator<Row> order = (one, other) -> compare(value(one, path), value(other, path));
        return rows.stream()
                .sorted(tokens.takes("DESC") ? order.reversed() : order)
                .toList();
    }

    private List<List<Object>> limited(List<List<Object>> answer) {
        List<List<Object>> limited = answer;
        while (tokens.sees("LIMIT") || tokens.sees("INCLUDE")) {
            if (tokens.takes("INCLUDE")) {
                include();
                continue;
            }
            tokens.expect("LIMIT");
            long offset = Long.parseLong(tokens.take());
            tokens.expect(",");
            long count = Long.parseLong(tokens.take());
            if (count > IcatStub.MAX_ENTITIES) {
                throw StubRefusal.invalid("attempt to process more than " + IcatStub.MAX_ENTITIES + " entities");
            }
            limited = limited.stream().skip(offset).limit(count).toList();
        }
        return limited;
    }

    /** The type at the end of a path of relations. */
    private static StubSchema.Type type(StubSchema.Type from, String path) {
        StubSchema.Type type = from;
        for (String field : path.split("\\.")) {
            StubSchema.Type at = type;
            type = Optional.ofNullable(at.toMany().get(field))
                    .map(StubSchema.Children::type)
                    .or(() -> Optional.ofNullable(at.toOne().get(field)))
                    .flatMap(StubSchema::type)
                    .orElseThrow(() -> StubRefusal.bad(at.name() + " has no field " + field));
        }
        return type;
    }

    private void include() {
        if (items.size() != 1 || !aliases.containsKey(items.get(0).path())) {
            throw StubRefusal.bad("INCLUDE needs a query for entities");
        }
        Map<String, String> paths = new HashMap<>();
        paths.put(items.get(0).path(), "");
        do {
            String path = tokens.take();
            String prefix = Objects.requireNonNullElse(paths.get(path.substring(0, path.indexOf('.'))), "");
            String full = prefix + path.substring(path.indexOf('.') + 1);
            included.add(full);
            tables.add(type(aliases.get(items.get(0).path()), full).name());
            if (tokens.takes("AS")) {
                paths.put(tokens.take(), full + ".");
            }
        } while (tokens.takes(","));
    }
}
