package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.conversion.complete.Converted;
import io.github.icatimgcif.conversion.complete.MappingRule;
import io.github.icatimgcif.conversion.complete.NamedConversion;
import io.github.icatimgcif.conversion.complete.PlausibleRange;
import io.github.icatimgcif.conversion.complete.RuleSource;
import io.github.icatimgcif.conversion.complete.Selection;
import io.github.icatimgcif.conversion.complete.Tolerance;
import io.github.icatimgcif.conversion.complete.ValueConversion;
import io.github.icatimgcif.conversion.map.MappedCategories;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code mapping/<category>.yaml}. The language has no conditions and no expressions: an item, a unit, one of a closed
 * list of conversions, a range, a tolerance, and the sources in order.
 */
public final class MappingFiles {

    private MappingFiles() {}

    /**
     * The rules of all mapping files, in alphabetical order of the files and in the order of each file.
     *
     * @throws MistakeInConfiguration if a file says something that cannot be meant
     */
    public static List<MappingRule> read(FacilityFiles files) {
        List<MappingRule> rules = new ArrayList<>();
        Set<ItemName> known = new HashSet<>();
        files.below("mapping").forEach((file, text) -> {
            YamlValue root = YamlValue.read(file, text);
            root.onlyKeys("category", "items");
            String category = root.at("category").text();
            if (!file.equals("mapping/" + category + ".yaml")) {
                throw root.at("category")
                        .mistake("the category '" + category + "' belongs into mapping/" + category + ".yaml");
            }
            if (!MappedCategories.NAMES.contains(category)) {
                throw root.at("category")
                        .mistake("nothing writes the category '" + category + "': mapped are "
                                + String.join(", ", MappedCategories.NAMES));
            }
            for (YamlValue item : root.at("items").elements()) {
                MappingRule rule = rule(category, item);
                if (!known.add(rule.item())) {
                    throw item.mistake("the item " + rule.item() + " is mapped twice");
                }
                rules.add(rule);
            }
        });
        return rules;
    }

    private static MappingRule rule(String category, YamlValue value) {
        ItemName item = value.at("item").as(object -> new ItemName(category, object));
        if (value.find("phrases").isPresent()) {
            value.onlyKeys("item", "phrases");
            return new MappingRule.Phrases(
                    item,
                    value.list("phrases").stream().map(MappingFiles::phrase).toList());
        }
        value.onlyKeys("item", "unit", "convert", "range", "usual", "tolerance", "sources", "otherwise");
        return new MappingRule.Value(item, selection(value));
    }

    private static MappingRule.Phrase phrase(YamlValue value) {
        value.onlyKeys("say", "unit", "convert", "range", "usual", "tolerance", "sources");
        Selection selection = selection(value);
        return value.at("say").as(text -> new MappingRule.Phrase(text, selection));
    }

    private static Selection selection(YamlValue value) {
        Optional<Unit> unit = value.find("unit").map(MappingFiles::unit);
        ValueConversion conversion =
                value.find("convert").map(MappingFiles::conversion).orElse(NamedConversion.TEXT);
        Tolerance tolerance =
                value.find("tolerance").map(t -> tolerance(t, unit)).orElse(Tolerance.NONE);
        Optional<PlausibleRange> range = value.find("range").map(MappingFiles::range);
        Optional<PlausibleRange> usual = value.find("usual").map(MappingFiles::range);
        List<YamlValue> sources = value.list("sources");
        if (sources.isEmpty()) {
            throw value.mistake("it has no sources: give at least one");
        }
        value.find("otherwise").ifPresent(assumed -> {
            if (conversion.convert(assumed.text(), unit, unit) instanceof Converted.Unusable unusable) {
                throw assumed.mistake(unusable.reason());
            }
        });
        Optional<String> otherwise = value.findText("otherwise");
        return new Selection(
                unit,
                conversion,
                range,
                usual,
                tolerance,
                sources.stream().map(MappingFiles::source).toList(),
                otherwise);
    }

    private static RuleSource source(YamlValue value) {
        return value.as(text -> SourceText.read(text).ruleSource());
    }

    private static Unit unit(YamlValue value) {
        return UnitWords.unit(value.text())
                .orElseThrow(() -> value.mistake("the unit '" + value.text() + "' is not known"));
    }

    private static ValueConversion conversion(YamlValue value) {
        if (value.isText()) {
            return NamedConversion.named(value.text())
                    .orElseThrow(() -> value.mistake("the conversion '" + value.text() + "' is not known; known are "
                            + String.join(", ", names()) + " and enumeration"));
        }
        value.onlyKeys("enumeration");
        Map<String, List<String>> words = new LinkedHashMap<>();
        value.at("enumeration")
                .mapping()
                .forEach((code, spellings) -> words.put(
                        code, spellings.elements().stream().map(YamlValue::text).toList()));
        return ValueConversion.Enumeration.of(words);
    }

    private static List<String> names() {
        return Arrays.stream(NamedConversion.values())
                .map(NamedConversion::word)
                .toList();
    }

    /** {@code 0.1 to 10}, in the unit of the item. */
    private static PlausibleRange range(YamlValue value) {
        String[] ends = value.text().strip().split("\\s+to\\s+");
        if (ends.length != 2) {
            throw value.mistake("'" + value.text() + "' is no range: write 0.1 to 10");
        }
        try {
            BigDecimal least = new BigDecimal(ends[0]);
            BigDecimal greatest = new BigDecimal(ends[1]);
            return value.as(text -> new PlausibleRange(least, greatest));
        } catch (NumberFormatException noNumber) {
            throw value.mistake("'" + value.text() + "' is no range: write 0.1 to 10");
        }
    }

    /** {@code any}, {@code 5%}, {@code 0.1 mm}, or a bare number in the unit of the item. */
    private static Tolerance tolerance(YamlValue value, Optional<Unit> unit) {
        String text = value.text().strip();
        if (text.equals("any")) {
            return new Tolerance.Any();
        }
        if (text.endsWith("%")) {
            return new Tolerance.Relative(
                    number(value, text.substring(0, text.length() - 1)).movePointLeft(2));
        }
        String[] words = text.split("\\s+", 2);
        BigDecimal amount = number(value, words[0]);
        if (words.length == 1) {
            return new Tolerance.Absolute(amount);
        }
        Unit stated = UnitWords.unit(words[1])
                .orElseThrow(() -> value.mistake("the unit of the tolerance '" + text + "' is not known"));
        Unit wanted = unit.orElse(Unit.SECOND); // an item without a unit and a tolerance with one is a date
        return value.as(any ->
                new Tolerance.Absolute(new Quantity(amount, stated).in(wanted).magnitude()));
    }

    private static BigDecimal number(YamlValue value, String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (number.signum() >= 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw value.mistake("'" + value.text() + "' is no tolerance: write any, 5% or 0.1 mm");
        }
        throw value.mistake("a tolerance is not negative: '" + value.text() + "'");
    }
}
