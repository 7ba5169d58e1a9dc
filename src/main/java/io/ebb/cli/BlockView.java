package io.ebb.cli;

import static io.ebb.cli.View.Field.hidden;
import static io.ebb.cli.View.Field.shown;

import io.ebb.script.Language;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.OnError;
import io.ebb.text.Column;
import io.ebb.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the blocks of a runbook are listed.
final class BlockView {
  /// What stands for the language of a block that a person carries out.
  private static final String MANUAL = "manual";

  static final View<Block> BLOCKS =
      new View<>(
          List.of(
              shown(Column.left("block"), Block::name),
              shown(Column.left("by"), BlockView::by),
              shown(Column.right("line"), Block::line),
              shown(Column.flexible("confirm"), Block::confirm),
              shown(Column.right("timeout"), BlockView::timeout, BlockView::seconds),
              shown(Column.flexible("when"), Block::when),
              shown(Column.left("on error"), BlockView::onError, each -> each.onError().label()),
              hidden("manual", Block::manual)),
          Block::name);

  private BlockView() {}

  /// The language of the block, or that a person carries it out.
  static String by(Block block) {
    Language language = block.language();
    return language == null ? MANUAL : language.id();
  }

  private static String timeout(Block block) {
    Duration timeout = block.timeout();
    return timeout == null ? "" : Durations.format(timeout);
  }

  private static @Nullable Object seconds(Block block) {
    return block.timeout() == null ? null : Objects.requireNonNull(block.timeout()).toSeconds();
  }

  /// The usual goes without saying.
  private static String onError(Block block) {
    return block.onError() == OnError.STOP ? "" : block.onError().label();
  }
}
