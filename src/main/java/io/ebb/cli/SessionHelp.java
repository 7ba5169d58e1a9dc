package io.ebb.cli;

import io.ebb.repl.completion.HelpLine;
import io.ebb.repl.completion.PromptHelp;
import io.ebb.script.Language;
import io.ebb.script.Words;
import io.ebb.script.manual.NoSuchTopicException;
import io.ebb.script.manual.TerminalManual;
import io.ebb.script.manual.Topic;
import io.ebb.text.Column;
import io.ebb.text.Table;
import org.jspecify.annotations.Nullable;

/// What a session tells about what can be typed in it.
///
/// @param commands its commands
/// @param common where it is told
record SessionHelp(SessionCommands commands, Common common) {
  private static final String OVERVIEW =
      """
      Type a statement, or a command that begins with a colon. Tab completes all of it.

        cluster = ehpc.cluster("ehpc-…")      a cluster; ehpc.clusters() lists all
        cluster.nodes().idle()                what is shown is a table
        plan = cluster.retire("node[3-5]")    nothing is done yet
        plan.apply()                          asks before anything is destroyed
        cluster?                              what a word or an object is for

      """;

  /// Tells it.
  ///
  /// @param topic a command, or a word; null for an overview
  void tell(@Nullable String topic, Language language) {
    common.output().print(text(topic, language));
    common.output().flush();
  }

  /// Tells what a variable, an expression or a word is; of a command, all of its help.
  void tell(Entered.Question question, Around around) {
    if (question.about().startsWith(":")) {
      tell(question.about(), question.language());
      return;
    }
    HelpLine line = new HelpLine(question.about(), question.all());
    common
        .output()
        .print(
            new PromptHelp(around)
                .of(line, question.language(), common.screen().palette(), common.helpColumns()));
    common.output().flush();
  }

  private String text(@Nullable String topic, Language language) {
    if (topic == null) {
      return OVERVIEW + overview();
    } else if (topic.startsWith(":")) {
      return commands.help(commands.named(topic));
    }
    return manual(topic, language);
  }

  private String overview() {
    Table table = new Table(Column.left("command"), Column.flexible("what it does"));
    commands.names().forEach(name -> table.row(name, commands.brief(name)));
    return table.render(common.helpColumns());
  }

  private String manual(String topic, Language language) {
    try {
      Topic found = Topic.named(Words.catalogue(), topic);
      return TerminalManual.of(found, language, common.screen().palette(), common.helpColumns());
    } catch (NoSuchTopicException e) {
      if (commands.names().contains(":" + topic)) {
        return commands.help(":" + topic);
      }
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
