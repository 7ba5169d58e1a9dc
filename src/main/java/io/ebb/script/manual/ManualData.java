package io.ebb.script.manual;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.ErrorKind;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The catalogue as data for programs: maps, lists and texts, to be written as JSON or YAML.
///
/// ```
/// {kinds: [{name, doc, row, facts: [fact], words: [word]}],
///  facts: [fact], words: [word],         of single names: what was asked for
///  errors: [{name, doc}]}
/// fact: {key, name, python, doc, type}
/// word: {key, name, python, doc, effect, parameters: [parameter], gives: type, examples}
/// parameter: {name, python, doc, option, default, type}
/// type: {is, …}                          see the page of words
/// ```
public final class ManualData {
  private ManualData() {}

  /// The topic as one document.
  public static Map<String, Object> of(Topic topic) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kinds", topic.kinds().stream().map(ManualData::kind).toList());
    out.put("facts", facts(topic.sayings()));
    out.put("words", words(topic.sayings()));
    out.put("errors", topic.errors().stream().map(ManualData::error).toList());
    return out;
  }

  private static Map<String, Object> kind(Catalogue.Entry kind) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", kind.name());
    out.put("doc", kind.doc());
    out.put("row", kind.row());
    out.put("facts", facts(kind.sayings()));
    out.put("words", words(kind.sayings()));
    return out;
  }

  private static List<Map<String, Object>> facts(List<Saying> sayings) {
    return sayings.stream().filter(Saying::fact).map(ManualData::fact).toList();
  }

  private static List<Map<String, Object>> words(List<Saying> sayings) {
    return sayings.stream().filter(saying -> !saying.fact()).map(ManualData::word).toList();
  }

  private static Map<String, Object> fact(Saying fact) {
    Map<String, Object> out = named(fact);
    out.put("type", type(fact.gives()));
    return out;
  }

  private static Map<String, Object> word(Saying word) {
    Map<String, Object> out = named(word);
    out.put("effect", word.effect().name().toLowerCase(Locale.ROOT));
    out.put("parameters", word.inputs().stream().map(ManualData::parameter).toList());
    out.put("gives", type(word.gives()));
    out.put("examples", examples(word));
    return out;
  }

  private static Map<String, Object> examples(Saying word) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("js", word.javascript());
    out.put("python", word.python());
    return out;
  }

  private static Map<String, Object> named(Saying saying) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("key", saying.key());
    out.put("name", saying.name());
    out.put("python", Names.snake(saying.name()));
    out.put("doc", saying.doc());
    return out;
  }

  private static Map<String, Object> parameter(Input input) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", input.name());
    out.put("python", Names.snake(input.name()));
    out.put("doc", input.doc());
    out.put("option", input.option());
    out.put("default", input.otherwise());
    out.put("type", type(input.shape()));
    return out;
  }

  private static Map<String, Object> error(ErrorKind error) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", error.type());
    out.put("doc", error.doc());
    return out;
  }

  private static Map<String, Object> type(Shape shape) {
    return switch (shape) {
      case Shape.Text() -> is("text");
      case Shape.Whole() -> is("whole");
      case Shape.Decimal() -> is("number");
      case Shape.Truth() -> is("truth");
      case Shape.Nothing() -> is("nothing");
      case Shape.Moment() -> is("moment");
      case Shape.Span() -> is("span");
      case Shape.Any() -> is("any");
      case Shape.Choice(List<String> texts) -> is("choice", "of", new ArrayList<>(texts));
      case Shape.Thing(String kind) -> is("kind", "of", kind);
      case Shape.Targets() -> is("targets");
      case Shape.Test(String kind) -> is("test", "of", kind);
      case Shape.Work() -> is("work");
      case Shape.ListOf(Shape element) -> is("list", "of", type(element));
      case Shape.Named(Shape value) -> is("named", "of", type(value));
      case Shape.Maybe(Shape value) -> is("maybe", "of", type(value));
    };
  }

  private static Map<String, Object> is(String name) {
    return Map.of("is", name);
  }

  private static Map<String, Object> is(String name, String key, Object what) {
    Map<String, Object> out = new LinkedHashMap<>(is(name));
    out.put(key, what);
    return out;
  }
}
