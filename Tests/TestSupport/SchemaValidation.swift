internal import Foundation

/// Checking outputs against the schema with a validator that is not ours (Debian: python3-jsonschema).
public enum SchemaValidation {
  /// A script that reads documents, one a line, and prints what is wrong with them, then how many are
  /// valid.
  ///
  /// With the argument `examples` it checks the examples of the schema, too.
  public static let script = """
    import json, sys
    from jsonschema import Draft202012Validator as Validator
    with open(\(quotedSchemaPath), encoding="utf-8") as file:
        schema = json.load(file)
    Validator.check_schema(schema)

    def examples(part):
        if isinstance(part, dict):
            if isinstance(part.get("examples"), list):
                validator = Validator(dict(part, **{"$defs": schema["$defs"]}))
                for example in part["examples"]:
                    for error in validator.iter_errors(example):
                        print("example:", error.message[:300])
            for value in part.values():
                examples(value)
        elif isinstance(part, list):
            for value in part:
                examples(value)

    if "examples" in sys.argv:
        examples(schema)
    validator, valid = Validator(schema), 0
    for line in sys.stdin.buffer:
        try:
            document = json.loads(line)
        except ValueError as error:
            print("not JSON:", error)
            continue
        errors = list(validator.iter_errors(document))
        for error in errors[:5]:
            deepest = error
            while deepest.context:
                deepest = max(deepest.context, key=lambda other: len(other.absolute_path))
            path = "/".join(map(str, deepest.absolute_path))
            print(document.get("source", {}).get("name"), path, deepest.message[:300])
        valid += not errors
    print(valid, "valid")
    """

  private static let quotedSchemaPath: String = {
    let path = Fixtures.project.appendingPathComponent("Schemas/document-2.schema.json").path
    return "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }()
}
