package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.List;
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
    List<Scenario.Software> found =
        world.software().stream()
            .filter(Matches.exactly(params, "deploy_mode", SoftwareEndpoints::mode))
            .filter(Matches.exactly(params, "platform", each -> String.valueOf(each.platform())))
            .filter(Matches.exactly(params, "class_id", Scenario.Software::category))
            .filter(Matches.search(params, Scenario.Software::name))
            .toList();
    ObjectNode reply = Wire.object().put("total_count", found.size());
    ObjectNode set = reply.putObject("hpcsw_set");
    for (Scenario.Software software : Listing.cut(found, params)) {
      set.withObjectProperty(software.name())
          .withArrayProperty("hpcsws")
          .add(row(software, Wire.time(world.now())));
    }
    return reply;
  }

  private static String mode(Scenario.Software software) {
    return software.onDemand() ? "2" : "1";
  }

  private static ObjectNode row(Scenario.Software software, String now) {
    return Wire.object()
        .put("hpcsw_id", "hpcsw-" + Integer.toHexString(software.hashCode()))
        .put("sw_name", software.name())
        .put("sw_ver", software.version())
        .put("description", "")
        .put("category", software.category())
        .put("platform", software.platform())
        .put("deploy_mode", software.onDemand() ? 2 : 1)
        .put("hash", "")
        .put("update_time", now);
  }
}
