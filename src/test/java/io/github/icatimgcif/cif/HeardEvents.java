package io.github.icatimgcif.cif;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What was told, a line each, with the line and the column where it stands. */
final class HeardEvents implements CifEvents {

    private final List<String> lines = new ArrayList<>();
    private final Predicate<String> wanted;

    /** Wants the values of the items, and of the loops with a first item, whose names are wanted. */
    HeardEvents(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** What the scanner tells of a file. */
    static List<String> of(String text, Predicate<String> wanted) throws IOException {
        HeardEvents heard = new HeardEvents(wanted);
        CifScanner.scan(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                CifLimits.USUAL,
                CifSelection.Until.END_OF_FILE,
                heard);
        return heard.lines();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void block(String name, int line, int column) {
        lines.add("block " + name + " " + line + ":" + column);
    }

    @Override
    public boolean frame(String name, int line, int column) {
        lines.add("frame " + name + " " + line + ":" + column);
        return wanted.test(name);
    }

    @Override
    public void endOfFrame() {
        lines.add("end of frame");
    }

    @Override
    public boolean pair(CifName name) {
        lines.add("pair " + name.spelled() + " " + name.line() + ":" + name.column());
        return wanted.test(name.spelled());
    }

    @Override
    public boolean loop(List<CifName> names, int line) {
        lines.add("loop " + names.stream().map(CifName::spelled).toList() + " " + line);
        return wanted.test(names.get(0).spelled());
    }

    @Override
    public void value(CifSpelling spelling, String text, int line, int column) {
        lines.add(spelling + " " + text + " " + line + ":" + column);
    }

    @Override
    public void compound(CifCompound value, int line, int column) {
        lines.add("compound " + words(value) + " " + line + ":" + column);
    }

    private static Object words(CifCompound value) {
        if (value instanceof CifCompound.Items items) {
            return items.items().stream().map(HeardEvents::words).toList();
        }
        if (value instanceof CifCompound.Table table) {
            Map<String, Object> words = new LinkedHashMap<>();
            table.entries().forEach((key, entry) -> words.put(key, words(entry)));
            return words;
        }
        CifValue single = ((CifCompound.Single) value).value();
        return single.asText().orElse(single.toString());
    }

    @Override
    public void endOfLoop() {
        lines.add("end of loop");
    }

    @Override
    public void endOfFile() {
        lines.add("end of file");
    }

    @Override
    public void problem(CifProblem problem) {
        lines.add("problem " + problem.line() + ":" + problem.column() + " " + problem.what());
    }
}
