// Has the TypeScript compiler check the files of a folder `/work` that is in memory.
(read, names) => {
  const ts = module.exports;
  const text = (path) => read(path) ?? undefined;
  const config = ts.parseConfigFileTextToJson("jsconfig.json", text("/work/jsconfig.json"));
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    config.config.compilerOptions, "/work", "jsconfig.json");
  const host = {
    getSourceFile: (path, language) => {
      const found = text(path);
      return found === undefined ? undefined : ts.createSourceFile(path, found, language);
    },
    getDefaultLibFileName: () => "/lib/lib.d.ts",
    getDefaultLibLocation: () => "/lib",
    getCurrentDirectory: () => "/work",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => text(path) !== undefined,
    readFile: text,
    writeFile: () => {},
  };
  const files = names.split("\n").filter((name) => /\.(js|d\.ts)$/.test(name));
  const program = ts.createProgram(
    files.map((name) => "/work/" + name), { ...options, noEmit: true, skipDefaultLibCheck: true }, host);
  return [config.error, ...errors, ...ts.getPreEmitDiagnostics(program)]
    .filter((each) => each !== undefined)
    .map(({ file, start, code, messageText }) => ({
      file: file ? file.fileName.replace("/work/", "") : "",
      line: file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0,
      code,
      message: ts.flattenDiagnosticMessageText(messageText, "\n"),
    }));
}
