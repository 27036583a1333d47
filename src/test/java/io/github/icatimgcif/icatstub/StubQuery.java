package io.github.icatimgcif.icatstub;

import java.util.ArrayList;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;

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
    private final List<Item> items = new ArrayList<>();
    private final Map<String, StubSchema.Type> aliases = new HashMap<>();
    private final List<String> included = new ArrayList<>();

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

        Row with(Row inner) {
            Map<String, Optional<StubEntity>> more = new LinkedHashMap<>(entities);
            more.putAll(inner.entities());
            return new Row(more);
        }
    }

    StubQuery(StubStore store, String query) {
        this.store = store;
        this.tokens = new StubTokens(query);
    }

    /** Paths that the query INCLUDEs, aliases resolved: {@code parameters}, {@code parameters.type}. */
    List<String> included() {
        return included;
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
        List<Row> rows = conditioned(from(new Row(Map.of())));
        List<List<Object>> answer = grouped(rows);
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

    private List<Row> from(Row outer) {
        tokens.expect("FROM");
        List<Row> rows = new ArrayList<>(List.of(outer));
        outer.entities().forEach((alias, entity) -> entity.ifPresent(e -> aliases.put(alias, e.type())));
        do {
            String name = tokens.take();
            StubSchema.Type type = StubSchema.type(name)
                    .orElseThrow(() ->
                            StubRefusal.bad("No information to determine type of " + name + " in the FROM clause"));
            String alias = alias();
            aliases.put(alias, type);
            rows = rows.stream()
                    .flatMap(row -> store.all(name).stream().map(entity -> row.with(alias, Optional.of(entity))))
                    .toList();
        } while (tokens.takes(","));
        while (tokens.sees("JOIN") || tokens.sees("LEFT")) {
            boolean outerJoin = tokens.takes("LEFT");
            tokens.expect("JOIN");
            rows = joined(rows, tokens.take(), alias(), outerJoin);
        }
        return rows;
    }

    private String alias() {
        tokens.takes("AS");
        String alias = tokens.take();
        if (CLAUSES.contains(alias.toUpperCase(Locale.ROOT))) {
            throw tokens.syntaxError("a variable is expected before " + alias);
        }
        return alias;
    }

    private List<Row> joined(List<Row> rows, String path, String alias, boolean outerJoin) {
        String[] parts = path.split("\\.");
        if (parts.length != 2 || !aliases.containsKey(parts[0])) {
            throw tokens.syntaxError("cannot join " + path);
        }
        StubSchema.Type type = Optional.ofNullable(aliases.get(parts[0])).orElseThrow();
        Optional<StubSchema.Children> children =
                Optional.ofNullable(type.toMany().get(parts[1]));
        String target = children.map(StubSchema.Children::type)
                .or(() -> Optional.ofNullable(type.toOne().get(parts[1])))
                .orElseThrow(() -> StubRefusal.bad(type.name() + " has no field " + parts[1]));
        aliases.put(alias, StubSchema.type(target).orElseThrow());
        List<Row> joined = new ArrayList<>();
        for (Row row : rows) {
            Optional<StubEntity> parent = row.entities().getOrDefault(parts[0], Optional.empty());
            List<StubEntity> found = parent.map(entity -> children.map(kind -> store.children(entity, kind))
                            .orElseGet(() -> entity.reference(parts[1]).stream().toList()))
                    .orElse(List.of());
            found.forEach(entity -> joined.add(row.with(alias, Optional.of(entity))));
            if (found.isEmpty() && outerJoin) {
                joined.add(row.with(alias, Optional.empty()));
            }
        }
        return joined;
    }

    private List<Row> conditioned(List<Row> rows) {
        if (!tokens.takes("WHERE")) {
            return rows;
        }
        Predicate<Row> condition = any();
        return rows.stream().filter(condition).toList();
    }

    private Predicate<Row> any() {
        Predicate<Row> condition = all();
        while (tokens.takes("OR")) {
            condition = condition.or(all());
        }
        return condition;
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
            return single().negate();
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

    /** A sub-query that may speak of the aliases around it. Its joins do not depend on them, so they are made once. */
    private Predicate<Row> exists() {
        tokens.expect("SELECT");
        String item = tokens.take();
        List<Row> inner = from(new Row(Map.of()));
        check(item);
        Predicate<Row> condition = tokens.takes("WHERE") ? any() : row -> true;
        tokens.expect(")");
        return outer -> inner.stream().anyMatch(row -> condition.test(outer.with(row)));
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
        if (operand.startsWith("'") || Character.isDigit(operand.charAt(0)) || operand.startsWith("-")) {
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
        }
    }

    private Object value(Row row, String operand) {
        if (operand.startsWith("'")) {
            return operand.substring(1, operand.length() - 1).replace("''", "'");
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
            if (tokens.takes("AS")) {
                paths.put(tokens.take(), full + ".");
            }
        } while (tokens.takes(","));
    }
}
