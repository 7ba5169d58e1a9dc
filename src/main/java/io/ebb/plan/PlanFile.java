package io.ebb.plan;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Plans in files, one each, as [PlanJson] writes them. Only their owner may read them.
public final class PlanFile {
  private PlanFile() {}

  /// The plan that stands there, as it was written.
  ///
  /// @throws PlanFileException when there is none, or it was changed by hand
  public static Plan read(Path file) {
    try {
      return PlanJson.plan(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new PlanFileException(
          "there is no file %s; ebb retire --save writes plans".formatted(file), e);
    } catch (CharacterCodingException e) {
      throw new PlanFileException(file + " is not text, hence no plan", e);
    } catch (IOException e) {
      throw new PlanFileException("%s cannot be read: %s".formatted(file, reason(e)), e);
    }
  }

  /// Writes the plan: all of it, or nothing. When the same plan stands there already, nothing is
  /// done.
  ///
  /// @throws PlanFileException when it cannot be written, or something else stands there
  public static void write(Path file, Plan plan) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      refuseUnlessThere(file, plan);
      return;
    }
    try {
      Path folder = file.toAbsolutePath().resolveSibling("");
      Path draft = Files.createTempFile(folder, ".plan", ".json"); // which only its owner may read
      try {
        Files.writeString(draft, PlanJson.pretty(plan), StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new PlanFileException(
          "the plan cannot be written to %s: %s; nothing was written".formatted(file, reason(e)),
          e);
    }
  }

  private static void refuseUnlessThere(Path file, Plan plan) {
    if (!holds(file, plan)) {
      throw new PlanFileException(
          "%s exists already and is not this plan; name another file, or remove it first"
              .formatted(file));
    }
  }

  private static boolean holds(Path file, Plan plan) {
    try {
      return read(file).equals(plan);
    } catch (PlanFileException somethingElse) {
      return false;
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "it is not allowed";
      case NoSuchFileException _ -> "its folder does not exist";
      default -> String.valueOf(e.getMessage());
    };
  }
}
