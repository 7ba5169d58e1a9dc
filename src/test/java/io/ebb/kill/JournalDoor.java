package io.ebb.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Is told, by a [GatedJournal] in another process, of each write to its journal, and lets it go
/// on: a line for each moment, an empty line as the answer.
final class JournalDoor implements Door.Keeper {
  @Override
  public void serve(Socket process, Life life) throws IOException {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      String[] words = line.split(" ", 2);
      life.pass(Moment.labelled(words[0]), words[1]);
      process.getOutputStream().write('\n');
    }
  }
}
