package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeSetBatchTest {
  private final NodeSetBatch batch = new NodeSetBatch();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"op": "expand", "input": "node[1-3]"}        | {"result":["node1","node2","node3"]}
          {"op": "expand", "input": "node1!node1"}      | {"result":[]}
          {"op": "algebra", "input": "n[1-3]!n2"}       | {"result":["n1","n3"]}
          {"op": "fold", "input": "node2,node1"}        | {"result":"node[1-2]"}
          {"op": "fold", "input": ""}                   | {"result":""}
          {"op": "count", "input": "node[1-100000]"}    | {"result":100000}
          {"input": "*!n2", "op": "fold", "all": "n[1-3]"}             | {"result":"n[1,3]"}
          {"op": "fold", "input": "@a", "groups": {"@a": "@b,x", "@b": "y"}} | {"result":"x,y"}
          {"op": "fold", "input": "节点[1-2]"}            | {"result":"节点[1-2]"}
          """)
  void answersWithAResult(String request, String answer) {
    assertThat(batch.answer(request)).isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"op": "fold"                                  | malformed JSON: Unexpected end-of-input
          {"op": "fold", "input": "n1"} x                | malformed JSON: Unrecognized token 'x'
          {"op": "fold", "input": "n1", "op": "fold"}    | malformed JSON: Duplicate Object property
          nonsense                                       | malformed JSON: Unrecognized token
          []                                             | a request is an object
          "fold"                                         | a request is an object
          null                                           | a request is an object
          {}                                             | "op" is missing
          {"op": "fold"}                                 | "input" is missing
          {"op": 1, "input": "n1"}                       | "op" must be a string
          {"op": "fold", "input": ["n1"]}                | "input" must be a string
          {"op": "fold", "input": null}                  | "input" must be a string
          {"op": "fod", "input": "n1"}                   | unknown op "fod"; known: expand, fold
          {"op": "fold", "input": "n1", "inptu": ""}     | unknown key "inptu"; known: op, input
          {"op": "fold", "input": "n1", "groups": []}    | "groups" must be an object of strings
          {"op": "fold", "input": "n1", "groups": {"@a": 1}}   | "@a" must be a string
          {"op": "fold", "input": "n1", "groups": {"a": "n"}}  | "a" must begin with @
          {"op": "fold", "input": "n1", "all": 3}        | "all" must be a string
          {"op": "fold", "input": "n[3-1]"}              | "3-1" at position 3: the range runs back
          {"op": "fold", "input": "@b", "groups": {"@a": "n1"}} | unknown group @b; known: @a
          {"op": "fold", "input": "x*", "all": "n1"}     | matches none of 1 known nodes
          {"op": "count", "input": "n[1-999999999]"}     | more than 1,000,000 names
          """)
  void answersWithAnError(String request, String problem) {
    String escaped = problem.replace("\"", "\\\"");
    assertThat(batch.answer(request)).startsWith("{\"error\":\"").contains(escaped).endsWith("\"}");
  }

  @Test
  void keepsNothingBetweenLines() {
    batch.answer("{\"op\": \"fold\", \"input\": \"@a\", \"groups\": {\"@a\": \"n1\"}}");
    assertThat(batch.answer("{\"op\": \"fold\", \"input\": \"@a\"}")).contains("unknown group @a");
  }
}
