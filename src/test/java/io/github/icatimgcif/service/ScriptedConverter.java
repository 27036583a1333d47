package io.github.icatimgcif.service;

import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.Converter;
import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.dataset.StoredDataset;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Converts as the test says, and remembers what it was asked. Datasets nobody wrote a script for are registered. */
@ApplicationScoped
public class ScriptedConverter implements Converter {

    private final Map<String, BiFunction<StoredDataset, Integer, Conversion>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Runnable> findings = new ConcurrentHashMap<>();
    private final Map<String, Runnable> writings = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();

    /** What is to come of a dataset, by the number of the call, from 1. */
    public void script(String location, BiFunction<StoredDataset, Integer, Conversion> script) {
        scripts.put(location, script);
    }

    /** What happens when the catalogue has found a dataset and its raw data are not read yet. */
    public void afterFinding(String location, Runnable then) {
        findings.put(location, then);
    }

    /** What happens when the imgCIF of a dataset is written and not registered yet. */
    public void afterWriting(String location, Runnable then) {
        writings.put(location, then);
    }

    /** How often it was asked for a dataset. */
    public int calls(String location) {
        return counter(calls, location).get();
    }

    /** How many conversions of a dataset ran at the same time at most. */
    public int atOnce(String location) {
        return counter(atOnce, location).get();
    }

    @Override
    public Conversion convert(StoredDataset dataset, Patience patience, Milestones milestones) {
        String location = dataset.location();
        int now = counter(running, location).incrementAndGet();
        counter(atOnce, location).accumulateAndGet(now, Math::max);
        try {
            int call = counter(calls, location).incrementAndGet();
            if (findings.containsKey(location)) {
                milestones.accept(Milestone.FOUND);
                findings.get(location).run();
            }
            if (writings.containsKey(location)) {
                milestones.accept(Milestone.WRITTEN);
                writings.get(location).run();
            }
            return scripts.getOrDefault(location, (any, number) -> registered(4711))
                    .apply(dataset, call);
        } finally {
            counter(running, location).decrementAndGet();
        }
    }

    /** A conversion that ended well. */
    public static Conversion registered(long id) {
        return new Conversion(
                new Outcome.Registered(new Registration(id, "imgcif-" + id, false)),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A conversion without products. */
    public static Conversion ending(Outcome outcome) {
        return new Conversion(outcome, List.of(), List.of(), Optional.empty());
    }

    private static AtomicInteger counter(Map<String, AtomicInteger> counters, String location) {
        return counters.computeIfAbsent(location, any -> new AtomicInteger());
    }
}
