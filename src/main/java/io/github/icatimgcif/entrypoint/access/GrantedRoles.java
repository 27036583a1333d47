package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.CatalogueUsers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which role the configuration gives to a user of the catalogue. */
final class GrantedRoles {

    private final CatalogueUsers catalogue;
    private final List<Map.Entry<String, List<String>>> falling;
    private final Set<String> groupings;

    GrantedRoles(CatalogueUsers catalogue, AccessSettings settings) {
        this.catalogue = catalogue;
        this.falling = List.of(
                Map.entry(Roles.ADMINISTRATOR, settings.administrators()),
                Map.entry(Roles.OPERATOR, settings.operators()),
                Map.entry(Roles.ANNOUNCER, settings.announcers()));
        this.groupings = new TreeSet<>(falling.stream()
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .filter(name -> name.startsWith(AccessSettings.GROUPING))
                .map(name -> name.substring(AccessSettings.GROUPING.length()))
                .toList());
    }

    /**
     * Its roles.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the catalogue does not say in which groupings he is
     */
    Set<String> of(String userName) {
        Set<String> names = new TreeSet<>();
        if (!userName.startsWith(AccessSettings.GROUPING)) { // else whoever is called so would be all of them
            names.add(userName);
        }
        if (!groupings.isEmpty()) {
            catalogue
                    .groupingsOf(userName, groupings)
                    .forEach(grouping -> names.add(AccessSettings.GROUPING + grouping));
        }
        Stream<String> granted = falling.stream()
                .filter(role -> role.getValue().stream().anyMatch(names::contains))
                .map(Map.Entry::getKey);
        return Roles.upTo(granted.findFirst().orElse(Roles.USER));
    }
}
