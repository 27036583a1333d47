package io.github.icatimgcif.icatstub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of ICAT's schema that registrations touch: fields, lengths, relations, keys. */
final class StubSchema {

    private static final Map<String, Type> TYPES = new LinkedHashMap<>();

    static {
        type("Facility", "name", "name*:255 fullName:255 daysUntilRelease:long", "", "");
        type("User", "name", "name*:255", "", "userGroups:UserGroup.user");
        type("Grouping", "name", "name*:255", "", "userGroups:UserGroup.grouping");
        type("UserGroup", "user grouping", "", "user*:User grouping*:Grouping", "");
        type("Instrument", "facility name", "name*:255", "facility*:Facility", "");
        type("DatasetType", "facility name", "name*:255 description:255", "facility*:Facility", "");
        type("DatafileFormat", "facility name version", "name*:255 version*:255", "facility*:Facility", "");
        type(
                "Application",
                "facility name version",
                "name*:255 version*:255",
                "facility*:Facility",
                "jobs:Job.application");
        type(
                "ParameterType",
                "facility name units",
                "name*:255 units*:255 valueType*:255 applicableToDataset:boolean enforced:boolean"
                        + " minimumNumericValue:double maximumNumericValue:double",
                "facility*:Facility",
                "permissibleStringValues:PermissibleStringValue.type");
        type("PermissibleStringValue", "value type", "value*:255", "type*:ParameterType", "");
        type(
                "Investigation",
                "facility name visitId",
                "doi:255 endDate:date name*:255 releaseDate:date startDate:date title*:255 visitId*:255",
                "facility*:Facility",
                "datasets:Dataset.investigation samples:Sample.investigation"
                        + " investigationInstruments:InvestigationInstrument.investigation");
        type(
                "InvestigationInstrument",
                "investigation instrument",
                "",
                "investigation*:Investigation instrument*:Instrument",
                "");
        type("Sample", "investigation name", "name*:255", "investigation*:Investigation", "datasets:Dataset.sample");
        type(
                "Dataset",
                "investigation name",
                "complete:boolean description:255 doi:255 endDate:date fileCount:long fileSize:long location:511 name*:255"
                        + " startDate:date",
                "investigation*:Investigation sample:Sample type*:DatasetType",
                "dataCollectionDatasets:DataCollectionDataset.dataset datafiles:Datafile.dataset"
                        + " datasetInstruments:DatasetInstrument.dataset parameters:DatasetParameter.dataset");
        type("DatasetInstrument", "dataset instrument", "", "dataset*:Dataset instrument*:Instrument", "");
        type(
                "DatasetParameter",
                "dataset type",
                "dateTimeValue:date numericValue:double stringValue:4000",
                "dataset*:Dataset type*:ParameterType",
                "");
        type(
                "Datafile",
                "dataset name",
                "checksum:255 datafileModTime:date fileSize:long location:511 name*:255",
                "dataset*:Dataset datafileFormat:DatafileFormat",
                "");
        type(
                "DataCollection",
                "",
                "doi:255",
                "",
                "dataCollectionDatasets:DataCollectionDataset.dataCollection"
                        + " jobsAsInput:Job.inputDataCollection jobsAsOutput:Job.outputDataCollection");
        type(
                "DataCollectionDataset",
                "dataCollection dataset",
                "",
                "dataCollection*:DataCollection dataset*:Dataset",
                "");
        type(
                "Job",
                "",
                "arguments:255",
                "application*:Application inputDataCollection:DataCollection outputDataCollection:DataCollection",
                "");
    }

    /**
     * An entity type.
     *
     * @param fields    kind by name: a length, or boolean, long, double, date
     * @param toOne     referenced type by field
     * @param toMany    children by field
     * @param mandatory fields and references that must be there
     * @param key       what must be unique together; empty if nothing must
     */
    record Type(
            String name,
            Map<String, String> fields,
            Map<String, String> toOne,
            Map<String, Children> toMany,
            List<String> mandatory,
            List<String> key) {}

    /** Children: their type, and their reference back. */
    record Children(String type, String back) {}

    private StubSchema() {}

    /** Names of all entity types. */
    static Set<String> names() {
        return TYPES.keySet();
    }

    static Optional<Type> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    private static void type(String name, String key, String fields, String toOne, String toMany) {
        List<String> mandatory = new ArrayList<>();
        Map<String, Children> children = new LinkedHashMap<>();
        pairs(toMany, new ArrayList<>())
                .forEach((field, target) -> children.put(
                        field,
                        new Children(
                                target.substring(0, target.indexOf('.')), target.substring(target.indexOf('.') + 1))));
        TYPES.put(
                name,
                new Type(
                        name,
                        pairs(fields, mandatory),
                        pairs(toOne, mandatory),
                        children,
                        mandatory,
                        key.isEmpty() ? List.of() : List.of(key.split(" "))));
    }

    private static Map<String, String> pairs(String text, List<String> mandatory) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(" ")) {
            int colon = pair.indexOf(':');
            String name = pair.substring(0, colon);
            if (name.endsWith("*")) {
                name = name.substring(0, name.length() - 1);
                mandatory.add(name);
            }
            pairs.put(name, pair.substring(colon + 1));
        }
        return pairs;
    }
}
