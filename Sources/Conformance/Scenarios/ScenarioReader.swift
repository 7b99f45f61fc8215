import JSONText
import MockBedrock
import Recordings

extension Scenario {
    /// Reads a scenario; its folder is its family.
    package init(_ file: InputFile) throws(InputFileError) {
        self = try file.read { (document) throws(JSONShapeError) in try Scenario(id: Self.id(of: file), document) }
    }

    private static func id(of file: InputFile) -> String {
        let family = file.folder.split(separator: "/").last.map { $0 + "/" } ?? ""
        return family + (file.name.hasSuffix(".json") ? String(file.name.dropLast(5)) : String(file.name))
    }

    private init(id: String, _ document: JSONCursor) throws(JSONShapeError) {
        _ = try document.member("schema").string(oneOf: [Self.schema])
        try document.requireOnly(names: [
            "schema", "rule", "level", "source", "needs", "call", "answers", "faults", "clockOffsetSeconds", "tls",
            "http",
            "chunking", "expected",
        ])
        self.id = id
        rule = try document.member("rule").string()
        level = Level(rawValue: try document.member("level").string(oneOf: Level.allCases.map(\.rawValue))) ?? .must
        source = try document.member("source").string()
        needs = []
        for feature in try document.member("needs").array() { needs.append(try feature.string()) }
        call = try Call(document.member("call"))
        answers = []
        for answer in try document.member("answers").array() { answers.append(try ScenarioAnswer.read(answer)) }
        faults = []
        for fault in try document.optionalMember("faults")?.array() ?? [] {
            let text = try fault.string()
            do {
                faults.append(try FaultRule(parsing: text))
            } catch {
                throw fault.fault(expected: "a fault of the mock", found: error.message)
            }
        }
        clockOffset = try document.optionalMember("clockOffsetSeconds")?.integer(in: -86_400...86_400) ?? 0
        tls = try document.optionalMember("tls").map { (tls) throws(JSONShapeError) in
            let kinds = ServerIdentityKind.allCases.map(\.rawValue)
            return ServerIdentityKind(rawValue: try tls.string(oneOf: kinds)) ?? .trusted
        }
        http = try document.optionalMember("http").map { (http) throws(JSONShapeError) in
            HTTPVersion(rawValue: try http.string(oneOf: HTTPVersion.allCases.map(\.rawValue))) ?? .http2
        }
        let cuts = StreamChunking.allCases.map(\.rawValue)
        chunking =
            try document.optionalMember("chunking").map { (chunking) throws(JSONShapeError) in
                StreamChunking(rawValue: try chunking.string(oneOf: cuts)) ?? .recorded
            } ?? .recorded
        expected = try Expectation(document.member("expected"))
    }
}

extension Scenario.Call {
    fileprivate init(_ call: JSONCursor) throws(JSONShapeError) {
        try call.requireOnly(names: ["operation", "modelId", "region", "credentials", "input", "timeoutSeconds"])
        let operation = try call.member("operation").string(oneOf: ["Converse", "ConverseStream"])
        self.operation = operation == "Converse" ? .converse : .converseStream
        modelID = try call.member("modelId").string()
        region = try call.optionalMember("region")?.string() ?? "us-east-1"
        let kinds = Scenario.CredentialKind.allCases.map(\.rawValue)
        credentials =
            try call.optionalMember("credentials").map { (kind) throws(JSONShapeError) in
                Scenario.CredentialKind(rawValue: try kind.string(oneOf: kinds)) ?? .longLived
            } ?? .longLived
        input = .object(try call.member("input").object())
        timeoutSeconds = try call.optionalMember("timeoutSeconds")?.integer(in: 1...600) ?? 20
    }
}

extension Scenario.Expectation {
    fileprivate init(_ expected: JSONCursor) throws(JSONShapeError) {
        try expected.requireOnly(names: [
            "attempts", "pauseMs", "withinMs", "signedAnew", "version", "paths", "body", "members", "sameRequest",
            "headers", "absentHeaders",
            "signature",
            "result", "failure",
        ])
        let counts = try expected.optionalMember("attempts")?.array() ?? []
        if !counts.isEmpty {
            let least = try counts[0].integer(in: 0...1000)
            attempts = least...(try counts.last?.integer(in: least...1000) ?? least)
        }
        pauseMilliseconds = try expected.optionalMember("pauseMs")?.integer(in: 1...60_000)
        longestMilliseconds = try expected.optionalMember("withinMs")?.integer(in: 1...600_000)
        isSignedAnew = try expected.optionalMember("signedAnew")?.bool() ?? false
        isAboutVersion = try expected.optionalMember("version")?.bool() ?? false
        paths = []
        for path in try expected.optionalMember("paths")?.array() ?? [] { paths.append(try path.string()) }
        body = ExpectedBody(whole: try expected.optionalMember("body")?.value, members: [])
        for (pointer, value) in try expected.optionalMember("members")?.members() ?? [] {
            guard pointer.hasPrefix("/") else {
                throw value.fault(expected: "a JSON Pointer as its name, such as \"/messages/0\"", found: pointer)
            }
            body.members.append((pointer, value.value))
        }
        isOneRequest = try expected.optionalMember("sameRequest")?.bool() ?? false
        headers = []
        for (name, value) in try expected.optionalMember("headers")?.members() ?? [] {
            headers.append((name, try value.string()))
        }
        absentHeaders = []
        for name in try expected.optionalMember("absentHeaders")?.array() ?? [] {
            absentHeaders.append(try name.string())
        }
        let subjects = Scenario.SignatureSubject.allCases.map(\.rawValue)
        signature = try expected.optionalMember("signature").map { (subject) throws(JSONShapeError) in
            Scenario.SignatureSubject(rawValue: try subject.string(oneOf: subjects)) ?? .whole
        }
        if let result = try expected.optionalMember("result") {
            outcome = .result(try Scenario.ExpectedResult(result))
        } else {
            outcome = try expected.optionalMember("failure").map { (failure) throws(JSONShapeError) in
                .failure(try Scenario.ExpectedFailure(failure))
            }
        }
    }
}

extension Scenario.ExpectedResult {
    fileprivate init(_ result: JSONCursor) throws(JSONShapeError) {
        try result.requireOnly(names: ["text", "stopReason", "toolUses", "usage"])
        text = try result.optionalMember("text")?.string()
        stopReason = try result.optionalMember("stopReason")?.string()
        toolUses = try result.optionalMember("toolUses")?.value
        usage = try result.optionalMember("usage")?.value
    }
}

extension Scenario.ExpectedFailure {
    fileprivate init(_ failure: JSONCursor) throws(JSONShapeError) {
        try failure.requireOnly(names: ["kinds", "type", "status", "message"])
        let names = CallerReport.Kind.allCases.map(\.rawValue)
        kinds = []
        for kind in try failure.member("kinds").array() {
            kinds.append(CallerReport.Kind(rawValue: try kind.string(oneOf: names)) ?? .service)
        }
        type = try failure.optionalMember("type")?.string()
        status = try failure.optionalMember("status")?.integer(in: 100...599)
        message = try failure.optionalMember("message")?.string()
    }
}
