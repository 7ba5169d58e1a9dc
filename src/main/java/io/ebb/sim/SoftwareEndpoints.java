package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The list of software.
final class SoftwareEndpoints {
  private SoftwareEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get("/software/list", "HpcSoftwareGetListResponse", SoftwareEndpoints::list)
            .takes("deploy_mode", "platform", "user_id", "class_id", "search_word")
            .takes("offset", "limit"));
  }

  /// The set is an object by name, not a list as documented elsewhere.
  private static ObjectNode list(Params params, World world, Fate fate) {
    Map<String, List<Scenario.Software>> versions =
        world.software().stream()
            .filter(Matches.exactly(params, "deploy_mode", SoftwareEndpoints::mode))
            .filter(Matches.exactly(params, "platform", each -> String.valueOf(each.platform())))
            .filter(Matches.exactly(params, "class_id", Scenario.Software::category))
            .filter(Matches.search(params, Scenario.Software::name))
            .collect(
                Collectors.groupingBy(
                    Scenario.Software::name, LinkedHashMap::new, Collectors.toList()));
    ObjectNode reply = Wire.object().put("total_count", versions.size());
    ObjectNode set = reply.putObject("hpcsw_set");
    for (String name : Listing.cut(List.copyOf(versions.keySet()), params)) {
      ArrayNode rows = set.putObject(name).putArray("hpcsws");
      versions.getOrDefault(name, List.of()).forEach(version -> rows.add(row(version)));
    }
    return reply;
  }

  private static String mode(Scenario.Software software) {
    return software.onDemand() ? "2" : "1";
  }

  private static ObjectNode row(Scenario.Software software) {
    return Wire.object()
        .put("hpcsw_id", "hpcsw-" + software.name() + "-" + software.version())
        .put("sw_name", software.name())
        .put("sw_ver", software.version())
        .put("description", "")
        .put("category", software.category())
        .put("platform", software.platform())
        .put("deploy_mode", software.onDemand() ? 2 : 1)
        .put("hash", "")
        .put("update_time", "");
  }
}
