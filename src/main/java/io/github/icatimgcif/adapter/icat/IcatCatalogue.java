package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.register.Catalogue;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Registers imgCIFs in ICAT: looks how far a registration has come and does what is missing, as often as it takes.
 *
 * <p>Why there is one registration in the end, whatever breaks and whoever else tries: each request is one transaction. The
 * first one is unique by investigation and name of the dataset, and brings the input collection with it. The second one writes,
 * with the job and {@code complete}, a parameter that the dataset does not have yet (its seal; a dataset has a parameter once),
 * so that of two second requests one is refused as a whole. Only a facility that configures none of the sealing parameters
 * (program, its version, triggering, scan type, dates) leaves a window: two services that both find a registration broken off
 * in the middle may then both add a job, unless one sees the other's within {@link #WINDOW}.
 */
final class IcatCatalogue implements Catalogue {

    private static final Logger LOG = Logger.getLogger(IcatCatalogue.class);

    /** How often a request is repeated that ICAT refuses for something that exists, which may be a deadlock of its database. */
    static final int REPEATS = 10;

    /** How long a registration found half done is left to whoever may be at it, where nothing seals its second step. */
    static final Duration WINDOW = Duration.ofMillis(320);

    private static final long SHORTEST_WAIT_MS = 5;
    private static final long LONGEST_WAIT_MS = 320;

    private final IcatEntities entities;
    private final RegisteredDatasets registered;
    private final IcatSession session;
    private final IcatNames names;
    private final Waiting waiting;

    IcatCatalogue(IcatEntities entities, IcatSession session, IcatNames names, Waiting waiting) {
        this.entities = entities;
        this.registered = new RegisteredDatasets(entities, names.configured().application());
        this.session = session;
        this.names = names;
        this.waiting = waiting;
    }

    @Override
    public Registration register(RegistrationRequest request) {
        IcatDraft draft = IcatDraft.of(request, names);
        String reason = "";
        for (int tries = 0; tries <= REPEATS; tries++) {
            try {
                return bringOn(draft);
            } catch (IcatRefusal refusal) {
                if (refusal.code() != IcatRefusal.Code.OBJECT_ALREADY_EXISTS) {
                    throw translated(refusal, draft);
                }
                reason = refusal.reason();
                LOG.debugf("registering %s: %s; looking again", draft.name(), reason);
                if (tries < REPEATS) {
                    waiting.pass(pause(tries));
                }
            }
        }
        throw new RegistrationRefused.ForAHiddenReason("ICAT refused '" + draft.name() + "' " + (REPEATS + 1)
                + " times, the reason is hidden by ICAT (it says: " + reason
                + "); its database log has it, often a value or a character that cannot be held");
    }

    private Registration bringOn(IcatDraft draft) {
        Optional<RegisteredDataset> there = registered.find(draft);
        if (there.isEmpty()) {
            return create(draft);
        }
        if (there.get().isLinked() || draft.seal(there.get().types()).isPresent()) {
            return finish(draft, there.get(), Optional.empty());
        }
        waiting.pass(WINDOW);
        return finish(draft, registered.find(draft).orElse(there.get()), Optional.empty());
    }

    private Registration create(IcatDraft draft) {
        List<Long> ids = entities.write(RegistrationSteps.first(draft));
        if (ids.size() != 2) {
            throw new Unavailable(
                    WaitsFor.CATALOGUE,
                    "ICAT answered the first step of a registration with " + ids.size() + " ids, not 2");
        }
        Optional<IcatParameter> seal = draft.seal(Set.of());
        if (seal.isEmpty()) {
            Optional<RegisteredDataset> made = registered.find(draft);
            if (made.isPresent()) {
                return finish(draft, made.get(), Optional.of(ids.get(1)));
            }
        }
        entities.write(RegistrationSteps.second(draft, ids.get(0), seal, Optional.of(ids.get(1))));
        return new Registration(ids.get(0), draft.name(), false);
    }

    private Registration finish(IcatDraft draft, RegisteredDataset there, Optional<Long> knownInput) {
        String user = session.userName();
        boolean isOurs = there.createdBy().equals(user)
                || there.jobs() > 0
                || there.hasFile(draft.file().name());
        if (!isOurs) {
            throw new RegistrationRefused("the dataset '" + draft.name() + "' exists and was made by '"
                    + there.createdBy() + "' for something else; remove or rename it");
        }
        List<ObjectNode> missing = new ArrayList<>(RegistrationSteps.corrections(draft, there));
        boolean existed = there.isLinked() && missing.isEmpty();
        if (!there.isLinked()) {
            Optional<Long> input =
                    there.jobs() > 0 ? Optional.empty() : knownInput.or(() -> Optional.of(input(draft, user)));
            missing.addAll(RegistrationSteps.second(draft, there.id(), draft.seal(there.types()), input));
        }
        if (!missing.isEmpty()) {
            entities.write(missing);
        }
        return new Registration(there.id(), there.name(), existed);
    }

    private long input(IcatDraft draft, String user) {
        return registered
                .unusedInput(draft.raw(), user)
                .orElseGet(() ->
                        entities.write(List.of(RegistrationSteps.input(draft))).get(0));
    }

    private RuntimeException translated(IcatRefusal refusal, IcatDraft draft) {
        return switch (refusal.code()) {
            case INSUFFICIENT_PRIVILEGES ->
                new RegistrationRefused("our ICAT user '" + session.userName()
                        + "' lacks a right to register '" + draft.name() + "': " + refusal.reason()
                        + " An administrator has to add a rule that gives it.");
            case NO_SUCH_OBJECT_FOUND -> {
                // An id that was looked up is gone: names and datasets are looked up again when the work is repeated.
                names.forget();
                yield new Unavailable(
                        WaitsFor.CATALOGUE,
                        "what the registration of '" + draft.name() + "' refers to has changed in ICAT: "
                                + refusal.reason(),
                        refusal);
            }
            default ->
                new RegistrationRefused("ICAT does not take the registration of '" + draft.name() + "': "
                        + refusal.code() + ": " + refusal.reason());
        };
    }

    private static Duration pause(int tries) {
        long longest = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS << tries);
        long shortest = Math.max(SHORTEST_WAIT_MS, longest / 2);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(shortest, longest + 1));
    }
}
