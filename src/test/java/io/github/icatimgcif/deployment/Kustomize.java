package io.github.icatimgcif.deployment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What kustomize makes of a folder: the objects that a cluster would be given. */
public final class Kustomize {

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 PersistentVolume", PersistentVolume.class),
            Map.entry("v1 PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
            Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class));

    /** The types keep what they do not know in a map, for the sake of newer servers; here that is a mistake. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();

    private Kustomize(List<Map<String, Object>> documents) {
        for (Map<String, Object> document : documents) {
            objects.put(
                    document.get("kind") + " " + Yaml.map(document, "metadata").get("name"), document);
        }
    }

    /** Builds a folder; the test that asks is skipped where the machine has neither kustomize nor kubectl. */
    public static Kustomize build(String folder) throws IOException, InterruptedException {
        Tool.Ended ended = Tool.run(Path.of("."), List.of(Tool.named("kubectl"), "kustomize", folder));
        if (ended.exit() != 0) {
            throw new IllegalStateException("kustomize refuses " + folder + ": " + ended.output());
        }
        return new Kustomize(Yaml.documents(ended.output()));
    }

    /** The objects of a file as they stand there. */
    static Kustomize file(Path file) throws IOException {
        return new Kustomize(Yaml.documents(file));
    }

    /** The objects by kind and name. */
    Map<String, Map<String, Object>> objects() {
        return objects;
    }

    /** The one of that kind and name: {@code Ingress icat-imgcif}. */
    Map<String, Object> object(String name) {
        return Objects.requireNonNull(objects.get(name), () -> name + " is not made");
    }

    /** Whether its type is known here. */
    static boolean isTyped(Map<String, Object> object) {
        return TYPES.containsKey(object.get("apiVersion") + " " + object.get("kind"));
    }

    /** An object as its type; fails if it has a field that the type does not know. */
    static HasMetadata typed(Map<String, Object> object) {
        return STRICT.convertValue(object, TYPES.get(object.get("apiVersion") + " " + object.get("kind")));
    }

    /** The deployment of the service. */
    public Deployment deployment() {
        return (Deployment) typed(Objects.requireNonNull(objects.get("Deployment icat-imgcif"), "no deployment"));
    }

    /** The content of a ConfigMap, whatever kustomize added to its name. */
    public Map<String, String> configMap(String name) {
        return objects.values().stream()
                .filter(object -> "ConfigMap".equals(object.get("kind")))
                .map(object -> (ConfigMap) typed(object))
                .filter(map -> map.getMetadata().getName().matches(name + "(-[0-9a-z]{10})?"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no ConfigMap " + name))
                .getData();
    }
}
