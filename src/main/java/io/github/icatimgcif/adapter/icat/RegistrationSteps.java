package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The requests of a registration. References go by id and nothing can refer to what the same request makes, so it takes two:
 * the dataset with its file and a collection of the raw dataset, then the job between them and {@code complete}.
 */
final class RegistrationSteps {

    private RegistrationSteps() {}

    /** Makes the dataset, not complete, and the input collection. */
    static List<ObjectNode> first(IcatDraft draft) {
        ObjectNode made = IcatAnswer.JSON.createObjectNode();
        ObjectNode dataset = made.putObject("Dataset");
        dataset.put("name", draft.name());
        dataset.putObject("investigation").put("id", draft.investigation());
        draft.sample().ifPresent(id -> dataset.putObject("sample").put("id", id));
        dataset.putObject("type").put("id", draft.known().processedType());
        dataset.put("complete", false);
        dataset.put("startDate", draft.startDate());
        dataset.put("endDate", draft.endDate());
        dataset.put("location", draft.location());
        dataset.put("description", draft.description());
        ArrayNode parameters = dataset.putArray("parameters");
        draft.withoutSeal().forEach(parameter -> parameter(parameters.addObject(), parameter));
        datafile(dataset.putArray("datafiles").addObject(), draft);
        return List.of(made, input(draft));
    }

    /** Makes the input collection alone, where it is gone. */
    static ObjectNode input(IcatDraft draft) {
        return collection(draft.raw());
    }

    /**
     * Links a dataset to the raw one by a job and calls it complete.
     *
     * @param dataset id of the dataset
     * @param seal    parameter that makes a second request like this impossible
     * @param input   id of the input collection; empty if there is a job already
     */
    static List<ObjectNode> second(IcatDraft draft, long dataset, Optional<IcatParameter> seal, Optional<Long> input) {
        List<ObjectNode> entities = new ArrayList<>();
        seal.ifPresent(parameter -> entities.add(newParameter(dataset, parameter)));
        input.ifPresent(id -> entities.add(output(draft, dataset, id)));
        ObjectNode completed = IcatAnswer.JSON.createObjectNode();
        completed.putObject("Dataset").put("id", dataset).put("complete", true);
        entities.add(completed);
        return entities;
    }

    private static ObjectNode output(IcatDraft draft, long dataset, long input) {
        ObjectNode output = collection(dataset);
        ObjectNode job =
                output.withObject("/DataCollection").putArray("jobsAsOutput").addObject();
        job.putObject("application").put("id", draft.known().application());
        job.put("arguments", "{\"dataset\": " + draft.raw() + "}");
        job.putObject("inputDataCollection").put("id", input);
        return output;
    }

    /** Changes what differs in a dataset that stands there, in place; empty if nothing does. */
    static List<ObjectNode> corrections(IcatDraft draft, RegisteredDataset there) {
        List<ObjectNode> entities = new ArrayList<>();
        correctFile(draft, there, entities);
        boolean contentChanged = !entities.isEmpty() || isOfAnother(draft, there);
        Optional<IcatParameter> seal = draft.seal(there.types());
        for (Map.Entry<Fact, IcatParameter> fact : draft.parameters().entrySet()) {
            IcatParameter wanted = fact.getValue();
            boolean mayHaveChanged = contentChanged || fact.getKey().isOfJudgement();
            long type = wanted.type().id();
            Optional<IcatRow> present = Optional.ofNullable(there.parameters().get(type));
            if (present.isEmpty()) {
                // Of a dataset that is not linked yet, the last step writes the seal.
                if (there.isLinked() ? mayHaveChanged : !seal.equals(Optional.of(wanted))) {
                    entities.add(newParameter(there.id(), wanted));
                }
            } else if (mayHaveChanged && !RegisteredDatasets.says(present.get(), wanted)) {
                ObjectNode changed = IcatAnswer.JSON.createObjectNode();
                wanted.into(changed.putObject("DatasetParameter")
                        .put("id", present.get().id(1).orElseThrow()));
                entities.add(changed);
            }
        }
        if (contentChanged) {
            ObjectNode changed = IcatAnswer.JSON.createObjectNode();
            changed.putObject("Dataset")
                    .put("id", there.id())
                    .put("startDate", draft.startDate())
                    .put("endDate", draft.endDate())
                    .put("location", draft.location());
            entities.add(changed);
        }
        return entities;
    }

    /** Whether the raw dataset was removed from the catalogue and stored anew: it has another id. */
    private static boolean isOfAnother(IcatDraft draft, RegisteredDataset there) {
        return Optional.ofNullable(draft.parameters().get(Fact.INPUT_DATASET_IDS))
                .flatMap(wanted -> Optional.ofNullable(
                                there.parameters().get(wanted.type().id()))
                        .map(present -> !RegisteredDatasets.says(present, wanted)))
                .orElse(false);
    }

    private static void correctFile(IcatDraft draft, RegisteredDataset there, List<ObjectNode> entities) {
        Optional<RegisteredDataset.File> present = there.imgCif(draft.file());
        if (present.map(file -> file.says(draft.file())).orElse(false)) {
            return;
        }
        ObjectNode changed = IcatAnswer.JSON.createObjectNode();
        ObjectNode file = changed.putObject("Datafile");
        if (present.isPresent()) {
            file.put("id", present.get().id());
        } else {
            file.putObject("dataset").put("id", there.id());
        }
        datafile(file, draft);
        entities.add(changed);
    }

    private static ObjectNode collection(long dataset) {
        ObjectNode made = IcatAnswer.JSON.createObjectNode();
        made.putObject("DataCollection")
                .putArray("dataCollectionDatasets")
                .addObject()
                .putObject("dataset")
                .put("id", dataset);
        return made;
    }

    private static ObjectNode newParameter(long dataset, IcatParameter parameter) {
        ObjectNode made = IcatAnswer.JSON.createObjectNode();
        ObjectNode fields = made.putObject("DatasetParameter");
        fields.putObject("dataset").put("id", dataset);
        parameter(fields, parameter);
        return made;
    }

    private static void parameter(ObjectNode into, IcatParameter parameter) {
        into.putObject("type").put("id", parameter.type().id());
        parameter.into(into);
    }

    private static void datafile(ObjectNode into, IcatDraft draft) {
        IcatDraft.File file = draft.file();
        into.put("name", file.name())
                .put("location", file.location())
                .put("fileSize", file.size())
                .put("checksum", file.checksum());
        into.putObject("datafileFormat").put("id", draft.known().format());
        into.put("datafileModTime", file.modified());
    }
}
