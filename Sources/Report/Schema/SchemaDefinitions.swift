extension ReportSchema {
    /// What the schemas have in common, each under its name.
    static let definitions = #"""
            "status": {"enum": \#(list(Status.allCases.map(\.rawValue)))},
            "code": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "description": "Stable; `doctor explain CODE` has its page."},
            "count": {"type": "integer", "minimum": 0},
            "text": {"type": ["string", "null"]},
            "setAside": {"type": "string", "examples": \#(list(SetAside.allCases.map(\.rawValue))), "description": "Why a result that was reached does not count; its status is skip."},
            "milliseconds": {"type": ["number", "null"]},
            "tool": {
              "type": "object",
              "required": ["name", "version"],
              "properties": {"name": {"type": "string"}, "version": {"type": "string"}}
            },
            "target": {
              "type": "object",
              "required": ["endpoint", "region", "mock"],
              "properties": {"endpoint": {"type": "string"}, "region": {"type": "string"}, "mock": {"type": "boolean"}}
            },
            "fact": {
              "type": ["object", "null"],
              "required": ["value", "evidence", "line"],
              "properties": {"value": {"type": "string"}, "evidence": {"type": "string"}, "line": {"type": ["integer", "null"], "minimum": 1}}
            },
            "scene": {
              "type": "object",
              "required": \#(list(Scene.parts.map(\.name))),
              "properties": {
        \#(Scene.parts.map { Member(name: $0.name, schema: ##"{"$ref": "#/$defs/fact"}"##) }.text(8))
              }
            },
            "shard": {
              "type": "object",
              "required": ["index", "total", "plan", "count", "places"],
              "properties": {
                "index": {"type": "integer", "minimum": 1},
                "total": {"type": "integer", "minimum": 1},
                "plan": {"type": "string", "description": "The hash of everything that the plan asks."},
                "count": {"$ref": "#/$defs/count"},
                "places": {"type": "array", "items": {"$ref": "#/$defs/count"}},
                "settings": {"type": "object", "additionalProperties": {"type": "string"}, "description": "What was said of the results, by option; the hash of the plan has it too."},
                "stale": {
                  "type": "array", "description": "Entries of --known-failing by which nothing failed in this part.",
                  "items": {"type": "object", "required": ["place", "pattern"], "properties": {"place": {"type": "string"}, "pattern": {"type": "string"}}}
                }
              }
            },
            "adapter": {
              "type": "object",
              "required": ["role", "name", "version", "language", "command", "startedAt"],
              "properties": {
                "role": {"enum": ["signer", "verifier", "client"]},
                "name": {"type": "string"},
                "version": {"$ref": "#/$defs/text"},
                "language": {"$ref": "#/$defs/text"},
                "command": {"type": "array", "items": {"type": "string"}},
                "startedAt": {"type": "string", "format": "date-time"}
              }
            },
            "remedy": {
              "type": "object",
              "required": ["text", "command"],
              "properties": {"text": {"type": "string"}, "command": {"$ref": "#/$defs/text"}}
            },
            "remedies": {"type": "array", "items": {"$ref": "#/$defs/remedy"}},
            "finding": {
              "type": "object",
              "required": ["code", "check", "status", "title", "detail", "evidence", "where", "confidence", "remedies", "durationMs"],
              "properties": {
                "code": {"$ref": "#/$defs/code"},
                "check": {"type": "string", "examples": \#(list(Check.allCases.map(\.rawValue)))},
                "status": {"$ref": "#/$defs/status"},
                "title": {"type": "string"},
                "detail": {"type": "string"},
                "evidence": {"type": "object", "additionalProperties": true},
                "where": {"enum": [\#(words(Side.allCases.map(\.rawValue))), null]},
                "confidence": {"enum": [\#(words(Confidence.allCases.map(\.rawValue))), null]},
                "remedies": {"$ref": "#/$defs/remedies"},
                "durationMs": {"$ref": "#/$defs/milliseconds"},
                "setAside": {"$ref": "#/$defs/setAside"}
              }
            },
            "model": {
              "type": "object",
              "required": ["region", "model", "status", "verdict", "code", "gate", "route", "profile", "successor", "suggestion", "httpStatus", "errorType", "message", "requestId", "latencyMs", "tokens", "remedies"],
              "properties": {
                "account": {"$ref": "#/$defs/text", "description": "Where there are several."},
                "region": {"type": "string"},
                "model": {"type": "string"},
                "status": {"$ref": "#/$defs/status"},
                "verdict": {"type": "string", "examples": \#(list(ModelVerdict.allCases.map(\.rawValue)))},
                "code": {"anyOf": [{"$ref": "#/$defs/code"}, {"type": "null"}]},
                "gate": {"$ref": "#/$defs/text"},
                "route": {"$ref": "#/$defs/text"},
                "profile": {"$ref": "#/$defs/text"},
                "successor": {"$ref": "#/$defs/text"},
                "suggestion": {"$ref": "#/$defs/text"},
                "httpStatus": {"type": ["integer", "null"]},
                "errorType": {"$ref": "#/$defs/text"},
                "message": {"$ref": "#/$defs/text"},
                "requestId": {"$ref": "#/$defs/text"},
                "latencyMs": {"$ref": "#/$defs/milliseconds"},
                "httpVersion": {"$ref": "#/$defs/text", "examples": ["HTTP/1.1", "HTTP/2"]},
                "tokens": {
                  "type": ["object", "null"],
                  "required": ["input", "output"],
                  "properties": {"input": {"$ref": "#/$defs/count"}, "output": {"$ref": "#/$defs/count"}}
                },
                "remedies": {"$ref": "#/$defs/remedies"},
                "setAside": {"$ref": "#/$defs/setAside"}
              }
            },
            "case": {
              "type": "object",
              "required": ["id", "status", "stage", "message", "durationMs"],
              "properties": {
                "id": {"type": "string"},
                "status": {"$ref": "#/$defs/status"},
                "stage": {"$ref": "#/$defs/text", "description": "The first stage that went wrong."},
                "message": {"$ref": "#/$defs/text"},
                "adapter": {"type": "string", "description": "Where there are several."},
                "code": {"$ref": "#/$defs/code"},
                "durationMs": {"$ref": "#/$defs/milliseconds"},
                "setAside": {"$ref": "#/$defs/setAside"}
              }
            },
            "summary": {
              "type": "object",
              "required": \#(list(Status.allCases.map(\.rawValue))),
              "properties": {\#(Status.allCases.map { ##""\##($0.rawValue)": {"$ref": "#/$defs/count"}"## }.joined(separator: ", "))}
            }
        """#

    static func words(_ words: [String]) -> String { String(list(words).dropFirst().dropLast()) }
}
