/// The JSON Schemas (draft 2020-12) of what `--format json` and `--format jsonl` write, and of what `doctor serve` tells
/// while it runs.
///
/// They are open: a reader passes over members that it does not know, and members are added within one version. Words to
/// which others may be added (`verdict`, `check`) are listed as examples, those that are all there will be as `enum`. The
/// words come from the types themselves; `.github/schemas` holds the texts as they are published.
package enum ReportSchema: String, Sendable, CaseIterable {
    /// `bedrock-doctor.report/1`.
    case report

    /// One line of `bedrock-doctor.lines/1`.
    case lines

    /// What the admin endpoint of `doctor serve` answers.
    case admin

    /// The schema, as pretty JSON with a line break at its end.
    package var text: String {
        switch self {
        case .report: Self.reportText
        case .lines: Self.linesText
        case .admin: Self.adminText
        }
    }

    private static let reportText = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:bedrock-doctor:report:1",
          "title": "Report of the Bedrock doctor",
          "description": "What `doctor COMMAND --format json` writes.",
          "type": "object",
          "required": ["schema", \#(required(firstMembers)), \#(required(lastMembers)), "findings", "models", "cases"],
          "properties": {
            "schema": {"const": "\#(Report.schema)"},
        \#(firstMembers.text(4)),
        \#(lastMembers.text(4)),
            "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}, "description": "The cause first."},
            "models": {"type": "array", "items": {"$ref": "#/$defs/model"}, "description": "One for each model, region and account that was asked."},
            "cases": {"type": "array", "items": {"$ref": "#/$defs/case"}, "description": "Vectors, replayed exchanges, scenarios."}
          },
          "$defs": {
        \#(definitions)
          }
        }

        """#

    private static let linesText = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:bedrock-doctor:lines:1",
          "title": "A line of the Bedrock doctor",
          "description": "What `doctor COMMAND --format jsonl` writes, one such object a line: a start, then results as they come, then an end. A stream without an end is of a run that was broken off.",
          "type": "object",
          "required": ["type"],
          "oneOf": [
            {"$ref": "#/$defs/start"},
            {"properties": {"type": {"const": "finding"}}, "$ref": "#/$defs/finding"},
            {"properties": {"type": {"const": "model"}}, "$ref": "#/$defs/model"},
            {"properties": {"type": {"const": "case"}}, "$ref": "#/$defs/case"},
            {"$ref": "#/$defs/end"}
          ],
          "$defs": {
            "start": {
              "type": "object",
              "required": ["type", "schema", \#(required(firstMembers))],
              "properties": {
                "type": {"const": "start"},
                "schema": {"const": "\#(Report.linesSchema)"},
        \#(firstMembers.text(8))
              }
            },
            "end": {
              "type": "object",
              "required": ["type", \#(required(lastMembers))],
              "properties": {
                "type": {"const": "end"},
        \#(lastMembers.text(8))
              }
            },
        \#(definitions)
          }
        }

        """#
}
