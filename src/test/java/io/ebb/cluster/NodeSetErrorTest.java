package io.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every malformed set is refused with the faulty part, its place and what is wrong with it.
final class NodeSetErrorTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          node[]              | []            | 5  | bracket is empty
          node[ ]             | [ ]           | 5  | bracket is empty
          node[1,]            | ,]            | 7  | range is missing
          node[,1]            | [,            | 5  | range is missing
          node[1,,2]          | ,,            | 7  | range is missing
          node[3-1]           | 3-1           | 6  | runs backwards
          node[1-2,010-001]   | 010-001       | 10 | runs backwards
          node[1-9/0]         | 1-9/0         | 6  | step is 0
          node[1/2]           | 1/2           | 6  | step needs a range
          node[1-9/]          | 1-9/          | 6  | neither a number nor a range
          node[1-9/-2]        | 1-9/-2        | 6  | neither a number nor a range
          node[1-9/2/3]       | 1-9/2/3       | 6  | neither a number nor a range
          node[-1]            | -1            | 6  | neither a number nor a range
          node[1-]            | 1-            | 6  | neither a number nor a range
          node[-]             | -             | 6  | neither a number nor a range
          node[1-2-3]         | 1-2-3         | 6  | neither a number nor a range
          node[1--3]          | 1--3          | 6  | neither a number nor a range
          node[a]             | a             | 6  | neither a number nor a range
          node[1-b]           | 1-b           | 6  | neither a number nor a range
          node[+1]            | +1            | 6  | neither a number nor a range
          node[1 2]           | 1 2           | 6  | neither a number nor a range
          node[1:3]           | 1:3           | 6  | neither a number nor a range
          node[*]             | *             | 6  | neither a number nor a range
          node[@a]            | @a            | 6  | neither a number nor a range
          node[٣]             | ٣             | 6  | neither a number nor a range
          node[09-100]        | 09-100        | 6  | same number of digits
          node[9-010]         | 9-010         | 6  | same number of digits
          node[01-9]          | 01-9          | 6  | same number of digits
          node[1              | [1            | 5  | never closed
          node[               | [             | 5  | never closed
          node1,rack[1-2,n3   | [1-2,n3       | 11 | never closed
          node1]              | ]             | 6  | closes no bracket
          node[1]]            | ]             | 8  | closes no bracket
          ]                   | ]             | 1  | closes no bracket
          node[[1-2]]         | [[1-2]        | 5  | inside a bracket
          n[1-2][3-4]         | [3-4]         | 7  | no text between
          n[1-2]5[3-4]        | [3-4]         | 8  | no text between
          node1!              | !             | 6  | operand is missing after
          node1,              | ,             | 6  | operand is missing after
          ~node1 & ~          | &             | 7  | operand is missing after
          !node1              | !             | 1  | operand is missing before
          ,node1              | ,             | 1  | operand is missing before
          node1,,node2        | ,             | 7  | operand is missing before
          node1!&node2        | &             | 7  | operand is missing before
          node[1-2]^^n1       | ^             | 11 | operand is missing before
          !                   | !             | 1  | operand is missing before
          node1 node2         | node2         | 7  | operator is missing before
          node [1-2]          | [1-2]         | 6  | operator is missing before
          node[1-2] -ib       | -ib           | 11 | operator is missing before
          node1;node2         | ;             | 6  | not allowed in a node name
          node/1              | /             | 5  | not allowed in a node name
          node1:2             | :             | 6  | not allowed in a node name
          node{1-2}           | {             | 5  | not allowed in a node name
          node(1)             | (             | 5  | not allowed in a node name
          node$1              | $             | 5  | not allowed in a node name
          'node1'             | '             | 1  | not allowed in a node name
          node%s              | %             | 5  | not allowed in a node name
          node\\1              | \\             | 5  | not allowed in a node name
          node@queue          | @             | 5  | not allowed in a node name
          @                   | @             | 1  | group needs a name
          @,node1             | @             | 1  | group needs a name
          @a@b                | @             | 3  | not allowed in a group name
          @queue:*            | *             | 8  | not allowed in a group name
          @queue:b?           | ?             | 9  | not allowed in a group name
          @queue:5%           | %             | 9  | not allowed in a group name
          @queue:a]           | ]             | 9  | closes no bracket
          @queue:batch        | @queue:batch  | 1  | unknown group @queue:batch; known: none
          node1!@x[1-2]       | @x[1-2]       | 7  | unknown group @x1; known: none
          *                   | *             | 1  | matches none of 0 known nodes
          node1,node?         | node?         | 7  | matches none of 0 known nodes
          node[1-999999999]   | 1-999999999   | 6  | more than 1,000,000 names
          node[0-1000000]     | 0-1000000     | 6  | more than 1,000,000 names
          n[1-900000,900001-1800000]5 | [1-900000,900001-1800000] | 2 | more than 1,000,000 names
          a[1-1001]b[1-1000]  | a[1-1001]b[1-1000] | 1 | more than 1,000,000 names
          a[1-999999]b[1-999999]c[1-999999] | a[1-999999]b[1-999999]c[1-999999] | 1 | more than
          node[1-1234567890123456789] | 1-1234567890123456789 | 6 | at most 18 digits
          n[1-2/9999999999999999999]  | 1-2/9999999999999999999 | 3 | at most 18 digits
          n12345678901234567[10-20]   | n12345678901234567[10-20] | 1 | more than 18 digits
          n[1-2]123456789012345678    | n[1-2]123456789012345678  | 1 | more than 18 digits
          """)
  void malformedSetIsRefusedNamingThePart(
      String expression, String part, Integer position, String problem) {
    NodeSetException thrown =
        catchThrowableOfType(NodeSetException.class, () -> NodeSet.parse(expression));
    assertThat(thrown).as(expression).isNotNull();
    assertThat(thrown.part()).isEqualTo(part);
    assertThat(thrown.position()).isEqualTo(position);
    assertThat(thrown).hasMessageContaining("\"" + part + "\" at position " + position + ": ");
    assertThat(thrown).hasMessageContaining(problem);
  }
}
