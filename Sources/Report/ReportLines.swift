package import JSONText

/// The report as lines of JSON (`--format jsonl`): who reports, each result as it comes, and what the whole comes to.
///
/// Every line is an object with a member `type`: `start`, `finding`, `model`, `case`, `end`. A result has the members
/// that it has in ``Report/json()``; those of the report that are no results are divided over the first line and the last.
extension Report {
    /// The schema's name, changed only when a reader of the old form would misread the new one.
    package static let linesSchema = "bedrock-doctor.lines/1"

    /// What is known before anything was found.
    private static let firstMembers = ["tool", "command", "startedAt"]

    /// What stands in lines of its own.
    private static let results = ["schema", "findings", "models", "cases"]

    /// The first line.
    package var firstLine: JSONValue {
        var line: JSONObject = ["type": "start", "schema": .string(Self.linesSchema)]
        let members = withoutResults
        for name in Self.firstMembers { line[name] = members[name] }
        return .object(line)
    }

    /// The last line; a stream without it is of a run that was broken off.
    package var lastLine: JSONValue {
        var line: JSONObject = ["type": "end"]
        for member in withoutResults where !(Self.firstMembers + Self.results).contains(member.name) {
            line[member.name] = member.value
        }
        return .object(line)
    }

    private var withoutResults: JSONObject {
        var bare = self
        (bare.findings, bare.models, bare.cases) = ([], [], [])
        guard case .object(var members) = bare.json() else { return [:] }
        // It counts the results, which stand in the lines before it.
        members["summary"] = summary.json()
        return members
    }
}

extension Finding {
    /// The finding as a line.
    package var line: JSONValue { typed("finding", json()) }
}

extension ModelCell {
    /// The cell as a line.
    package var line: JSONValue { typed("model", json()) }
}

extension CaseResult {
    /// The case as a line.
    package var line: JSONValue { typed("case", json()) }
}

private func typed(_ type: String, _ result: JSONValue) -> JSONValue {
    var line: JSONObject = ["type": .string(type)]
    for member in result.objectValue ?? [:] { line[member.name] = member.value }
    return .object(line)
}
