package io.ebb.cluster;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hosts a job says it runs on. The form of that text is not documented; the examples are
/// empty.
///
/// What is not understood in full names no hosts at all, so that the job is taken to use its whole
/// queue rather than too little of it.
final class JobHosts {
  private static final Pattern HOST = Pattern.compile("(node|login|controller)0*(\\d+)");

  private JobHosts() {}

  /// Understands JSON arrays and lists separated by commas or blanks. Host names are given without
  /// padding, as [Role#host] has them.
  static Set<String> parse(String text) {
    String list = text.strip();
    if (list.startsWith("[") && list.endsWith("]")) {
      list = list.substring(1, list.length() - 1);
    }
    Set<String> hosts = new HashSet<>();
    for (String word : Arrays.asList(list.split("[\\s,\"']+"))) {
      Matcher host = HOST.matcher(word);
      if (host.matches()) {
        hosts.add(host.group(1) + host.group(2));
      } else if (!word.isEmpty()) {
        return Set.of();
      }
    }
    return hosts;
  }
}
