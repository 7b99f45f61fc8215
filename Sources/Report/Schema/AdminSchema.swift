extension ReportSchema {
    /// Each definition is the answer at the place of its name; `server` is that at `status`, and `request` that at `journal/N`,
    /// which is a line of `--journal` too but for its findings.
    static let adminText = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:bedrock-doctor:admin:1",
          "title": "The admin endpoint of the Bedrock doctor",
          "description": "What `doctor serve --admin` answers: at each place the definition of its name, `server` at status and `request` at journal/N. An answer whose status is 400 or higher is an error.",
          "anyOf": [
            {"$ref": "#/$defs/index"}, {"$ref": "#/$defs/server"}, {"$ref": "#/$defs/journal"}, {"$ref": "#/$defs/request"},
            {"$ref": "#/$defs/verdict"}, {"$ref": "#/$defs/faults"}, {"$ref": "#/$defs/clients"}, {"$ref": "#/$defs/error"}
          ],
          "$defs": {
            "index": {
              "type": "object",
              "required": ["endpoint", "places"],
              "properties": {
                "endpoint": {"type": "string"},
                "places": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["path", "methods", "summary"],
                    "properties": {
                      "path": {"type": "string"}, "methods": {"type": "array", "items": {"type": "string"}}, "summary": {"type": "string"}
                    }
                  }
                }
              }
            },
            "server": {
              "type": "object",
              "required": ["version", "endpoint", "clients", "requests", "accepted", "refused", "unplayed", "faulted", "probes", "next", "faults", "kinds"],
              "properties": {
                "version": {"type": "string", "description": "That of doctor."},
                "endpoint": {"type": "string"},
                "clients": {"type": "array", "items": {"type": "string"}, "description": "By name; the empty one gives none."},
        \#(counts),
                "next": {"$ref": "#/$defs/count", "description": "What to ask the journal behind, for what is new."},
                "faults": {"type": "array", "items": {"$ref": "#/$defs/fault"}},
                "kinds": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "example", "summary"],
                    "properties": {"name": {"type": "string"}, "example": {"type": "string"}, "summary": {"type": "string"}}
                  }
                }
              }
            },
            "journal": {
              "type": "object",
              "required": ["entries", "next", "dropped"],
              "properties": {
                "entries": {"type": "array", "items": {"$ref": "#/$defs/entry"}},
                "next": {"$ref": "#/$defs/count"},
                "dropped": {"$ref": "#/$defs/count", "description": "How many behind the asked place are not kept any more."}
              }
            },
            "entry": {
              "type": "object",
              "required": [\#(entryNames)],
              "properties": {
        \#(entry)
              }
            },
            "request": {
              "type": "object",
              "required": [\#(entryNames), "request", "signature", "finding", "findings"],
              "properties": {
        \#(entry),
                "request": {
                  "type": ["object", "null"],
                  "required": ["headers", "bodyBytes"],
                  "properties": {
                    "headers": {"type": "array", "items": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}},
                    "bodyBytes": {"$ref": "#/$defs/count"}
                  }
                },
                "signature": {
                  "type": ["object", "null"],
                  "required": ["canonicalRequest", "stringToSign"],
                  "properties": {"canonicalRequest": {"$ref": "#/$defs/sides"}, "stringToSign": {"$ref": "#/$defs/sides"}}
                },
                "finding": {"anyOf": [{"$ref": "#/$defs/finding"}, {"type": "null"}], "description": "The first of findings."},
                "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}}
              }
            },
            "sides": {
              "type": "object",
              "required": ["client", "service"],
              "properties": {
                "client": {"$ref": "#/$defs/text", "description": "Made again, where a mistake was proven."},
                "service": {"$ref": "#/$defs/text"}
              }
            },
            "verdict": {
              "type": "object",
              "required": ["known", "requests", "accepted", "refused", "unplayed", "faulted", "probes", "outcomes", "refusals"],
              "properties": {
                "known": {"type": "boolean", "description": "Whether the client that is asked for has sent anything."},
        \#(counts),
                "outcomes": {"type": "object", "additionalProperties": {"$ref": "#/$defs/count"}, "description": "How many calls had which outcome."},
                "refusals": {
                  "type": "array",
                  "description": "The latest.",
                  "items": {
                    "type": "object",
                    "required": ["sequence", "status", "code", "title"],
                    "properties": {
                      "sequence": {"$ref": "#/$defs/count"}, "status": {"$ref": "#/$defs/count"},
                      "code": {"anyOf": [{"$ref": "#/$defs/code"}, {"type": "null"}]}, "title": {"$ref": "#/$defs/text"}
                    }
                  }
                }
              }
            },
            "fault": {
              "type": "object",
              "required": ["id", "rule", "client", "remaining", "struck", "told"],
              "properties": {
                "id": {"$ref": "#/$defs/count"},
                "rule": {"type": "string"},
                "client": {"$ref": "#/$defs/text", "description": "null strikes every client, each by its own count."},
                "remaining": {"type": ["integer", "null"], "minimum": 0, "description": "null has no end."},
                "struck": {"$ref": "#/$defs/count"},
                "told": {"type": "string"}
              }
            },
            "faults": {
              "type": "object",
              "required": ["faults"],
              "properties": {"faults": {"type": "array", "items": {"$ref": "#/$defs/fault"}}}
            },
            "clients": {
              "type": "object",
              "required": ["clients"],
              "properties": {"clients": {"type": "array", "items": {"type": "string"}}}
            },
            "error": {
              "type": "object",
              "required": ["error"],
              "properties": {"error": {"type": "string", "description": "What was expected."}}
            },
        \#(definitions)
          }
        }

        """#

    private static let counts = [
        Member(name: "requests", schema: ##"{"$ref": "#/$defs/count", "description": "Without probes."}"##),
        Member(name: "accepted", schema: ##"{"$ref": "#/$defs/count"}"##),
        Member(name: "refused", schema: ##"{"$ref": "#/$defs/count"}"##),
        Member(
            name: "unplayed",
            schema: ##"{"$ref": "#/$defs/count", "description": "For what the server does not play; no refusals."}"##),
        Member(name: "faulted", schema: ##"{"$ref": "#/$defs/count"}"##),
        Member(name: "probes", schema: ##"{"$ref": "#/$defs/count"}"##),
    ].text(8)

    /// What becomes of a request in the words of the mock's log.
    private static let outcomes = [
        "replayed", "simulated", "refused", "probed", "unmatched", "unplayed", "foreign", "malformed", "faulted",
    ]

    private static let entryMembers = [
        Member(name: "sequence", schema: #"{"type": "integer", "minimum": 1}"#),
        Member(name: "time", schema: #"{"type": "string", "format": "date-time"}"#),
        Member(name: "client", schema: #"{"type": "string"}"#),
        Member(name: "method", schema: #"{"type": "string"}"#),
        Member(name: "target", schema: #"{"type": "string"}"#),
        Member(name: "operation", schema: ##"{"$ref": "#/$defs/text"}"##),
        Member(name: "model", schema: ##"{"$ref": "#/$defs/text"}"##),
        Member(name: "version", schema: #"{"enum": ["HTTP/1.0", "HTTP/1.1", "HTTP/2", null]}"#),
        Member(name: "status", schema: #"{"type": "integer", "minimum": 0, "description": "0 when none was sent."}"#),
        Member(
            name: "verdict",
            schema: #"{"type": "string", "examples": ["accepted", "refused", "unplayed", "fault", "probe"]}"#),
        Member(name: "code", schema: ##"{"anyOf": [{"$ref": "#/$defs/code"}, {"type": "null"}]}"##),
        Member(
            name: "certainty", schema: "{\"enum\": [\(words(Confidence.allCases.map(\.rawValue))), null]}"),
        Member(name: "title", schema: ##"{"$ref": "#/$defs/text"}"##),
        Member(name: "fault", schema: ##"{"$ref": "#/$defs/text"}"##),
        Member(name: "milliseconds", schema: ##"{"$ref": "#/$defs/milliseconds"}"##),
        Member(
            name: "account",
            schema: ##"{"$ref": "#/$defs/text", "description": "Whose credentials signed; null if refused."}"##),
        Member(
            name: "principal",
            schema: ##"{"$ref": "#/$defs/text", "description": "The ARN that GetCallerIdentity tells of them."}"##),
        Member(
            name: "accessKeyId",
            schema: ##"{"$ref": "#/$defs/text", "description": "Its last four characters, behind an ellipsis."}"##),
        Member(
            name: "requestId",
            schema: ##"{"$ref": "#/$defs/text", "description": "That of the answer, as a report's cell has it."}"##),
        Member(
            name: "outcome",
            schema:
                "{\"type\": \"string\", \"description\": \"The verdict in finer words.\", \"examples\": [\(words(outcomes))]}"
        ),
    ]

    private static let entry = entryMembers.text(8)
    private static let entryNames = required(entryMembers)
}
