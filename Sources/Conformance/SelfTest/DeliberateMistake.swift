import JSONText

/// A mistake that is made on purpose, in one family of cases, to see whether it is caught there.
struct DeliberateMistake: Sendable {
    /// The family whose cases must catch it: a file of vectors, or a folder of scenarios.
    var family: String
    /// What the adapter does wrong, as an id.
    var name: String
    /// What it does to a case before it is answered.
    var spoil: @Sendable (inout JSONObject) -> Void = { _ in }
    /// What it does to a right answer; the case is the one that was given.
    var change: @Sendable (_ answer: inout JSONObject, _ given: JSONObject) -> Void = { _, _ in }
    /// How often it makes a call.
    var calls = 1
}

extension JSONObject {
    /// Changes a member of a member that is an object.
    mutating func update(_ name: String, _ change: (inout JSONObject) -> Void) {
        guard var inner = self[name]?.objectValue else { return }
        change(&inner)
        self[name] = .object(inner)
    }
}

// MARK: Signers

extension DeliberateMistake {
    static let ofSigners = [
        DeliberateMistake(
            family: "converse-paths", name: "path-encoded-once", spoil: { $0["options"] = ["uriEncoding": "single"] }),
        DeliberateMistake(
            family: "paths", name: "path-not-normalised", spoil: { $0["options"] = ["pathNormalization": "off"] }),
        DeliberateMistake(
            family: "query", name: "query-left-out",
            spoil: { given in
                given.update("request") { request in
                    request["target"] = request["target"]?.stringValue.map { .string(String($0.prefix { $0 != "?" })) }
                }
            }, change: { answer, given in answer["target"] = given["request"]?["target"] }),
        DeliberateMistake(
            family: "headers", name: "repeated-headers-in-another-order",
            spoil: { given in
                given.update("request") { $0["headers"] = .array(($0["headers"]?.arrayValue ?? []).reversed()) }
            },
            change: { answer, given in
                let own = given["request"]?["headers"]?.arrayValue ?? []
                let added = (answer["headers"]?.arrayValue ?? []).filter { !own.contains($0) }
                answer["headers"] = .array(own + added)
            }),
        DeliberateMistake(
            family: "body", name: "body-not-hashed",
            spoil: { $0.update("request") { _ = $0.removeValue(forName: "body") } }),
        DeliberateMistake(
            family: "tokens", name: "token-left-out",
            spoil: { $0.update("credentials") { _ = $0.removeValue(forName: "sessionToken") } }),
        DeliberateMistake(
            family: "presigned", name: "another-lifetime",
            spoil: { $0.update("options") { if $0["expiresSeconds"] != nil { $0["expiresSeconds"] = 60 } } }),
        DeliberateMistake(family: "scope", name: "one-region-for-all", spoil: { $0["region"] = "us-east-1" }),
        DeliberateMistake(
            family: "control-plane", name: "the-host-as-signing-name", spoil: { $0["service"] = "bedrock-runtime" }),
    ]
}

// MARK: Verifiers

extension DeliberateMistake {
    private static func accepting(
        _ family: String, _ name: String, _ condition: @escaping @Sendable (_ reason: String) -> Bool
    ) -> DeliberateMistake {
        DeliberateMistake(
            family: family, name: name,
            change: { answer, _ in
                guard let reason = answer["reason"]?.stringValue, condition(reason) else { return }
                answer["verdict"] = "accepted"
            })
    }

    static let ofVerifiers = [
        DeliberateMistake(
            family: "accepted", name: "no-presigned-requests",
            change: { answer, given in
                let target = given["request"]?["target"]?.stringValue ?? ""
                if target.contains("X-Amz-Signature") { answer["verdict"] = "refused" }
            }),
        accepting("refusals-authorization", "malformed-is-fine") { $0.hasPrefix("malformed") },
        accepting("refusals-scope-and-time", "no-look-at-the-clock") { $0.hasPrefix("the signed time is") },
        accepting("refusals-signature", "any-signature-will-do") { $0 == "mismatch" },
        accepting("refusals-tampered", "any-signature-will-do") { $0 == "mismatch" },
    ]
}

// MARK: Clients

extension DeliberateMistake {
    private static func result(
        _ family: String, _ name: String, _ change: @escaping @Sendable (inout JSONObject) -> Void
    ) -> DeliberateMistake {
        DeliberateMistake(family: family, name: name, change: { answer, _ in answer.update("result", change) })
    }

    private static func failure(
        _ family: String, _ name: String, _ change: @escaping @Sendable (inout JSONObject) -> Void
    ) -> DeliberateMistake {
        DeliberateMistake(family: family, name: name, change: { answer, _ in answer.update("failure", change) })
    }

    /// A failure reported as a complete answer.
    private static func swallowing(_ family: String) -> DeliberateMistake {
        DeliberateMistake(
            family: family, name: "failure-told-as-an-answer",
            change: { answer, _ in
                guard answer.removeValue(forName: "failure") != nil else { return }
                answer["result"] = ["text": "", "stopReason": "end_turn"]
            })
    }

    static let ofClients = [
        DeliberateMistake(
            family: "requests", name: "system-prompt-left-out",
            spoil: { $0.update("input") { _ = $0.removeValue(forName: "system") } }),
        DeliberateMistake(
            family: "requests", name: "another-secret",
            spoil: { $0.update("credentials") { $0["secretAccessKey"] = "another" } }),
        DeliberateMistake(family: "requests", name: "one-region-for-all", spoil: { $0["region"] = "us-east-1" }),
        DeliberateMistake(
            family: "requests", name: "token-left-out",
            spoil: { $0.update("credentials") { _ = $0.removeValue(forName: "sessionToken") } }),
        DeliberateMistake(
            family: "requests", name: "another-api-key",
            spoil: { if $0["bearerToken"] != nil { $0["bearerToken"] = "ABSKYW5vdGhlcjprZXk=" } }),
        DeliberateMistake(
            family: "requests", name: "last-turn-only",
            spoil: { $0.update("input") { $0["messages"] = .array(($0["messages"]?.arrayValue ?? []).suffix(1)) } }),
        DeliberateMistake(
            family: "requests", name: "tools-left-out",
            spoil: { $0.update("input") { _ = $0.removeValue(forName: "toolConfig") } }),
        DeliberateMistake(
            family: "requests", name: "never-streams",
            spoil: { $0["operation"] = "Converse" }),
        DeliberateMistake(
            family: "requests", name: "numbers-through-a-double",
            spoil: {
                $0.update("input") {
                    $0.update("additionalModelRequestFields") {
                        if $0["big"] != nil { $0["big"] = 9_007_199_254_740_992 }
                    }
                }
            }),
        result("answers", "every-stop-is-the-end-of-the-turn") { $0["stopReason"] = "end_turn" },
        result("answers", "tool-uses-left-out") { $0["toolUses"] = [] },
        result("answers", "first-tool-use-only") { result in
            result["toolUses"] = .array(Array((result["toolUses"]?.arrayValue ?? []).prefix(1)))
        },
        result("answers", "text-without-its-end") { result in
            result["text"] = result["text"]?.stringValue.map { .string(String($0.prefix(16_384))) }
        },
        result("answers", "text-trimmed-to-ascii") { result in
            result["text"] = result["text"]?.stringValue.map { .string(String($0.filter(\.isASCII))) }
        },
        failure("errors", "status-without-type") { $0["type"] = "UnknownError" },
        failure("errors", "every-status-is-500") { if $0["status"] != nil { $0["status"] = 500 } },
        failure("errors", "words-of-its-own") { $0["message"] = "Something went wrong." },
        swallowing("errors"),
        DeliberateMistake(family: "retries", name: "calls-twice", calls: 2),
        swallowing("streams"),
        DeliberateMistake(
            family: "streams", name: "first-piece-only",
            change: { answer, given in
                guard given["operation"]?.stringValue == "ConverseStream" else { return }
                answer.update("result") { $0["text"] = .string(String(($0["text"]?.stringValue ?? "").prefix(4))) }
            }),
        swallowing("transport"),
    ]
}
