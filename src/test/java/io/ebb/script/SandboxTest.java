package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a script must not reach. Each line would succeed in a context that allows everything.
final class SandboxTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java.type('java.lang.System').exit(1)",
        "Packages.java.lang.System.exit(1)",
        "load('/etc/passwd')",
        "ehpc.constructor.constructor('return Java')().type('java.lang.System')",
        "ehpc.getClass()",
        "Polyglot.eval('python', '1')",
        "import('/etc/passwd')",
        "require('fs')",
        "\"use strict\"; ehpc.clusters = 1",
        "\"use strict\"; Object.getPrototypeOf(ehpc).clusters = 1",
        "\"use strict\"; ehpc = 1",
        "ehpc.constructor.of(ehpc).x",
      })
  void javascriptGetsNoFurtherThanItsWords(String code) {
    assertThatThrownBy(() -> stage.run(Language.JAVASCRIPT, code))
        .isInstanceOf(ScriptException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java; java.type('java.lang.System').exit(1)",
        "import java.lang.System",
        "open('/etc/passwd').read()",
        "import os; os.system('true') == 0 or 1/0",
        "import subprocess; subprocess.run(['true'], check=True)",
        "import os; os.environ['PATH']",
        "import os; os.listdir('/etc')",
        "import socket; socket.create_connection(('127.0.0.1', 1))",
        "import threading; t = threading.Thread(target=print); t.start(); t.join()",
        "import polyglot; polyglot.eval(language='js', string='1')",
        "import ctypes; ctypes.CDLL(None).getpid()",
        "ehpc.clusters = 1",
        "input()",
      })
  void pythonGetsNoFurtherThanItsWords(String code) {
    assertThatThrownBy(() -> stage.run(Language.PYTHON, code)).isInstanceOf(ScriptException.class);
  }
}
