%MARK%
// What scripts of Ebb can say, for editors and for the TypeScript compiler.

declare namespace Ebb {
  /** A span of time: text such as `"30m"`, `"2h"` or `"1d"`, or a number of seconds. */
  type Span = string | number;

  /** Nodes: a set, a node, text such as `"node[1-4]"`, or anything that yields these. */
  type Targets = string | Node | Nodes | Iterable<Targets>;

%KINDS%
  /** The parameters that the heads of the scripts declare. */
  interface Params {
%PARAMS%    [name: string]: any;
  }
}

%ROOTS%
%ERRORS%
/** Writes a line to standard output; `show` and `log` know more of what they are given. */
declare function print(...values: any[]): void;
/** Writes lines to standard output, and errors and warnings to standard error. */
declare const console: Record<"log" | "info" | "debug" | "warn" | "error", typeof print>;
