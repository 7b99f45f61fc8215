import Codes
package import JSONText

extension Report {
    /// The schema's name, changed only when a reader of the old form would misread the new one.
    package static let schema = "bedrock-doctor.report/1"

    /// The report as JSON, every member present and in the schema's order; what is absent is `null`.
    package func json() -> JSONValue {
        var members: JSONObject = [
            "schema": .string(Report.schema),
            "tool": .object(["name": .string(tool.name), "version": .string(tool.version)]),
            "command": .string(command),
            "startedAt": .string(startedAt),
            "durationMs": milliseconds(durationMs),
            "exitCode": .number(JSONNumber(exitCode)),
            "target": target.map { $0.json() } ?? .null,
        ]
        // Only a command that read something has one.
        if let scene { members["scene"] = scene.json() }
        if let shard { members["shard"] = shard.json() }
        if !adapters.isEmpty { members["adapters"] = .array(adapters.map { $0.json() }) }
        let results: JSONObject = [
            "findings": .array(findings.map { $0.json() }),
            "models": .array(models.map { $0.json() }),
            "cases": .array(cases.map { $0.json() }),
            "notes": .array(notes.map { .string($0) }),
            "summary": summary.json(),
        ]
        for member in results { members[member.name] = member.value }
        if !catalog.isEmpty { members["catalog"] = .array(catalog.map { .object($0) }) }
        return .object(members)
    }
}

extension Summary {
    /// The counts as they stand in a report's `summary`.
    func json() -> JSONValue {
        var counts: JSONObject = [:]
        for status in Status.allCases { counts[status.rawValue] = .number(JSONNumber(count(of: status))) }
        return .object(counts)
    }
}

extension Report.Target {
    fileprivate func json() -> JSONValue {
        .object(["endpoint": .string(endpoint), "region": .string(region), "mock": .bool(mock)])
    }
}

extension Remedy {
    fileprivate func json() -> JSONValue {
        .object(["text": .string(text), "command": string(command)])
    }
}

extension Finding {
    /// The finding as it stands in a report's `findings`.
    package func json() -> JSONValue {
        var members: JSONObject = [
            "code": .string(code.spelling),
            "check": .string(check.rawValue),
            "status": .string(status.rawValue),
            "title": .string(title),
            "detail": .string(detail),
            "evidence": .object(evidence),
            "where": string(self.where?.rawValue),
            "confidence": string(confidence?.rawValue),
            "remedies": .array(remedies.map { $0.json() }),
            "durationMs": durationMs.map(milliseconds) ?? .null,
        ]
        if let setAside { members["setAside"] = .string(setAside.rawValue) }
        return .object(members)
    }
}

extension ModelCell {
    /// The cell as it stands in a report's `models`.
    package func json() -> JSONValue {
        var members: JSONObject = ["region": .string(region), "model": .string(model)]
        // Only where there are several.
        if let account { members["account"] = .string(account) }
        for member in outcome { members[member.name] = member.value }
        if let setAside { members["setAside"] = .string(setAside.rawValue) }
        return .object(members)
    }

    private var outcome: JSONObject {
        [
            "status": .string(status.rawValue),
            "verdict": .string(verdict.rawValue),
            "code": string(code?.spelling),
            "gate": string(gate),
            "route": string(route),
            "profile": string(profile),
            "successor": string(successor),
            "suggestion": string(suggestion),
            "httpStatus": httpStatus.map { .number(JSONNumber($0)) } ?? .null,
            "errorType": string(errorType),
            "message": string(message),
            "requestId": string(requestId),
            "latencyMs": latencyMs.map(milliseconds) ?? .null,
            "httpVersion": string(httpVersion),
            "tokens": tokens.map { $0.json() } ?? .null,
            "remedies": .array(remedies.map { $0.json() }),
        ]
    }
}

extension ModelCell.Tokens {
    fileprivate func json() -> JSONValue {
        .object(["input": .number(JSONNumber(input)), "output": .number(JSONNumber(output))])
    }
}

extension CaseResult {
    /// The case as it stands in a report's `cases`; `code` is there where the cause has one.
    package func json() -> JSONValue {
        var members: JSONObject = [
            "id": .string(id),
            "status": .string(status.rawValue),
            "stage": string(stage),
            "message": string(message),
        ]
        if let adapter { members["adapter"] = .string(adapter) }
        if let code { members["code"] = .string(code.spelling) }
        members["durationMs"] = milliseconds(durationMs)
        if let setAside { members["setAside"] = .string(setAside.rawValue) }
        return .object(members)
    }
}

private func string(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
}

/// Milliseconds to three decimals, whole ones without a fraction; `null` for what is not a number.
private func milliseconds(_ value: Double) -> JSONValue {
    let thousandths = (value * 1000).rounded()
    guard thousandths.isFinite, thousandths.magnitude < 9e15 else { return .null }
    if thousandths.truncatingRemainder(dividingBy: 1000) == 0 {
        return .number(JSONNumber(Int(thousandths / 1000)))
    }
    return JSONNumber(thousandths / 1000).map { .number($0) } ?? .null
}
