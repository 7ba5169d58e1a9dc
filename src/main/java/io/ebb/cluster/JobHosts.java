package io.ebb.cluster;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The hosts a job says it runs on. The form of that text is not documented; the examples are
/// empty.
///
/// What is not understood in full names no hosts at all, so that the job is taken to use its whole
/// queue rather than too little of it.
final class JobHosts {
  private static final Pattern JSON_ARRAY = Pattern.compile("\\[\\s*(\".*\"|'.*')?\\s*]");
  private static final Pattern LIST = Pattern.compile("[\\w.,\\[\\]-]*");
  private static final Pattern HOST = Pattern.compile("(node|login|controller)0*(\\d+)");

  private JobHosts() {}

  /// Understands JSON arrays of texts, lists separated by commas or blanks, and Slurm's
  /// `node[1-3,7]`. Host names are given without padding, as [Role#host] has them.
  static Set<String> parse(String text) {
    String list = text.strip();
    if (JSON_ARRAY.matcher(list).matches()) {
      list = list.substring(1, list.length() - 1).replaceAll("[\"']", " ");
    }
    list = String.join(",", list.strip().split("[\\s,]+"));
    return LIST.matcher(list).matches() ? hosts(list) : Set.of();
  }

  private static Set<String> hosts(String list) {
    try {
      Set<String> hosts =
          NodeSet.parse(list).expand().stream().map(JobHosts::host).collect(Collectors.toSet());
      return hosts.contains("") ? Set.of() : hosts;
    } catch (NodeSetException notUnderstood) {
      return Set.of();
    }
  }

  private static String host(String name) {
    Matcher host = HOST.matcher(name);
    return host.matches() ? host.group(1) + host.group(2) : "";
  }
}
