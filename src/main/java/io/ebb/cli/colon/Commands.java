package io.ebb.cli.colon;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/// The commands that only a session has.
public final class Commands implements CommandLine.IFactory {
  private final Session session;

  /// @param session what they work with
  public Commands(Session session) {
    this.session = session;
  }

  /// All of them, in the order of their help. The name of each is in its annotation.
  public static List<Class<?>> all() {
    return List.of(
        HelpCommand.class,
        PyCommand.class,
        JsCommand.class,
        PlanCommand.class,
        BgCommand.class,
        JobsCommand.class,
        WaitCommand.class,
        TimeCommand.class,
        MoreCommand.class,
        SaveCommand.class,
        LoadCommand.class,
        EditCommand.class,
        HistoryCommand.class,
        ResetCommand.class,
        QuitCommand.class);
  }

  /// Makes a command; what it works with is the only parameter of its constructor, if it has one.
  @Override
  public <K> K create(Class<K> type) throws Exception {
    Optional<Constructor<?>> constructor =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(each -> each.getParameterCount() == 1)
            .filter(each -> each.getParameterTypes()[0].isInstance(session))
            .findFirst();
    return constructor.isPresent()
        ? type.cast(made(constructor.get()))
        : CommandLine.defaultFactory().create(type);
  }

  private Object made(Constructor<?> constructor)
      throws InstantiationException, IllegalAccessException, InvocationTargetException {
    constructor.setAccessible(true);
    return constructor.newInstance(session);
  }
}
