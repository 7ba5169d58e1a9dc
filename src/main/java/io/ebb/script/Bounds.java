package io.ebb.script;

import java.time.Duration;

/// How much a script may use. One that uses more ends with an error that names the bound.
///
/// @param ownTime how long its own code may run without saying a word; words that wait do not count
/// @param heap how much of the process's heap may be in use, from 0 to 1, after the collector has
///   run; a script that has allocated much is stopped then
/// @param output how many bytes it may show, tell and print in all
/// @param source how many bytes a script or module may have
/// @param data how many bytes a data file may have
/// @param files how many characters it may read from files in all
/// @param text how many characters a text given to a word may have
/// @param values how many values a list or a map given to a word may have
public record Bounds(
    Duration ownTime,
    double heap,
    long output,
    int source,
    int data,
    long files,
    int text,
    int values) {
  private static final int KIB = 1024;
  private static final int MIB = KIB * KIB;

  /// Those of scripts that people write: none of them comes near.
  public static Bounds defaults() {
    return new Bounds(
        Duration.ofMinutes(5), 0.75, 16 * MIB, MIB, 8 * MIB, 64 * MIB, 4 * MIB, 100_000);
  }

  /// The same with another time for own code.
  public Bounds withOwnTime(Duration most) {
    return new Bounds(most, heap, output, source, data, files, text, values);
  }

  /// The same with another share of the heap, from 0 to 1.
  public Bounds withHeap(double most) {
    return new Bounds(ownTime, most, output, source, data, files, text, values);
  }

  /// The same with another number of bytes of output.
  public Bounds withOutput(long most) {
    return new Bounds(ownTime, heap, most, source, data, files, text, values);
  }

  /// The same with other sizes of files: sources, data, and characters in all.
  public Bounds withFiles(int mostSource, int mostData, long mostFiles) {
    return new Bounds(ownTime, heap, output, mostSource, mostData, mostFiles, text, values);
  }

  /// The same with another length of text and number of values given to a word.
  public Bounds withArguments(int mostText, int mostValues) {
    return new Bounds(ownTime, heap, output, source, data, files, mostText, mostValues);
  }

  /// The most bytes that a file of this name may have.
  int largest(String name) {
    boolean code = Language.ofFile(name).isPresent() || name.endsWith(".mjs");
    return code ? source : data;
  }

  /// A number of bytes as people say it.
  static String size(long bytes) {
    if (bytes >= MIB && bytes % MIB == 0) {
      return bytes / MIB + " MiB";
    }
    return bytes >= KIB && bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " bytes";
  }
}
